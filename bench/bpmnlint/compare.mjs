// The rules for drawings beside those of bpmnlint that mean the same, on other people's models.
//   npm install bpmnlint@11 bpmn-moddle
//   dotnet run -c Release --project bench -- flow-lint > ours.txt
//   node bench/bpmnlint/compare.mjs ours.txt FOLDER_OF_CORPORA
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.cwd(), 'package.json'));
const { default: BpmnModdle, BpmnModdle: Named } = await import(require.resolve('bpmn-moddle'));
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const same = {
  FL101: 'no-disconnected', FL102: 'start-event-required', FL103: 'end-event-required', FL104: 'no-implicit-start', FL107: 'no-implicit-split',
  FL108: 'superfluous-gateway', FL109: 'no-gateway-join-fork', FL110: 'no-duplicate-sequence-flows',
};
const [, , ours, corpora] = process.argv;
const found = new Set(fs.readFileSync(ours, 'utf8').split('\n').filter(line => line.startsWith('FL')));
const theirs = new Set();
const rules = Object.fromEntries(Object.values(same).map(rule => [rule, 'error']));
for (const corpus of ['bpmn-miwg', 'bpmn-hdbpmn']) {
  for (const file of fs.readdirSync(path.join(corpora, corpus)).filter(name => name.endsWith('.bpmn')).sort()) {
    const { rootElement } = await new (BpmnModdle ?? Named)().fromXML(fs.readFileSync(path.join(corpora, corpus, file), 'utf8'));
    connect(rootElement);
    const reports = await new Linter({ resolver: new NodeResolver(), config: { rules } }).lint(rootElement);
    for (const [code, rule] of Object.entries(same)) {
      for (const report of reports[rule] ?? []) {
        theirs.add(`${code}\t${file}\t${report.id}`);
      }
    }
  }
}

for (const [code, rule] of Object.entries(same)) {
  const [a, b] = [found, theirs].map(set => [...set].filter(line => line.startsWith(code)));
  const [onlyHere, onlyThere] = [a.filter(line => !theirs.has(line)), b.filter(line => !found.has(line))];
  console.log(`${code} ${rule}: here ${a.length}, there ${b.length}, the same ${a.length - onlyHere.length}`);
  for (const [word, lines] of [['here', onlyHere], ['there', onlyThere]]) {
    for (const line of process.argv.includes('--all') ? lines : []) {
      console.log(`  only ${word}: ${line.split('\t').slice(1).join(' ')}`);
    }
  }
}

// bpmnlint trusts <incoming> and <outgoing>; many files have none.
function connect(root) {
  const [open, seen] = [[root], new Set()];
  while (open.length > 0) {
    const element = open.pop();
    if (seen.has(element)) continue;
    seen.add(element);
    open.push(...(element.rootElements ?? []), ...(element.flowElements ?? []));
    if (element.$type === 'bpmn:SequenceFlow') {
      for (const [end, list] of [[element.sourceRef, 'outgoing'], [element.targetRef, 'incoming']]) {
        if (end && !end.get(list).includes(element)) end.get(list).push(element);
      }
    }
  }
}
