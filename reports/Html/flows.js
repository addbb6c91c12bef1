'use strict';
/** The flows of a run, drawn with bpmn-js and painted with what the run showed. */
const flowsOf = ({ h, t, ja, data, plain, clean, badge, icon, load, number, worst }) => {
  const scales = [0.5, 0.7, 0.85, 1, 1.25, 1.5];

  /** Verdict of each path: the worst of its scenarios; null where none was run. */
  const pathVerdict = (run, flow, path) => worst(run.scenarios
    .filter(scenario => plain(scenario.flow) === plain(flow.id) && plain(scenario.path) === plain(path.id))
    .map(scenario => scenario.verdict));
  const unitOf = (run, id) => [...run.functions, ...run.steps].find(unit => plain(unit.id) === plain(id));

  /** Element ID to verdict word, 'covered' (no unit of its own) or 'missed'. */
  const paint = (run, flow, chosen) => {
    const marks = new Map();
    const executed = new Map();
    for (const path of flow.paths) {
      if (chosen && plain(path.id) !== chosen) continue;
      const verdict = pathVerdict(run, flow, path);
      if (!verdict || verdict === 'notVerified' || verdict === 'notApplicable') continue;
      for (const element of path.elements) executed.set(plain(element), worst([executed.get(plain(element)), verdict].filter(Boolean)));
    }
    for (const [element, verdict] of executed) marks.set(element, verdict);
    for (const task of flow.tasks) {
      const unit = plain(task.unit) ? unitOf(run, task.unit) : null;
      if (unit && (!chosen || executed.has(plain(task.element)))) marks.set(plain(task.element), unit.verdict);
    }
    return { marks, executed };
  };

  const draw = async (flow, place) => {
    const { xml } = await load(plain(flow.data));
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(plain(xml));
    return viewer;
  };

  const mark = (viewer, run, flow, chosen, picked) => {
    const { marks, executed } = paint(run, flow, chosen);
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    overlays.clear();
    viewer.get('elementRegistry').forEach(element => {
      if (element.labelTarget || !element.parent) return;
      for (const word of ['conforms', 'nonconforming', 'inconclusive', 'notVerified', 'notApplicable', 'missed', 'picked']) canvas.removeMarker(element, 'flow-' + word);
      const verdict = marks.get(element.id);
      const flowing = element.waypoints ? element.type === 'bpmn:SequenceFlow' : !['bpmn:Participant', 'bpmn:Lane'].includes(element.type) && !/Data|Text|Group/.test(element.type);
      if (verdict) canvas.addMarker(element, 'flow-' + verdict);
      else if (flowing && !executed.has(element.id)) canvas.addMarker(element, 'flow-missed');
      if (element.id === picked) canvas.addMarker(element, 'flow-picked');
    });
    for (const task of flow.tasks) {
      const verdict = marks.get(plain(task.element));
      if (!plain(task.unit) || !verdict || !viewer.get('elementRegistry').get(plain(task.element))) continue;
      const shape = h('span', { class: 'flow-badge badge-' + verdict, title: `${clean(task.unit)} ${t(verdict)}` }, icon(verdict));
      overlays.add(plain(task.element), { position: { top: -12, right: 14 }, html: shape });
    }
  };

  /** The drawing keeps its own size, so that a page scrolls over it as over a picture. */
  const size = (viewer, place, scale) => {
    const canvas = viewer.get('canvas');
    const box = canvas.viewbox().inner;
    const margin = 16;
    place.style.width = `${Math.ceil((box.width + 2 * margin) * scale)}px`;
    place.style.height = `${Math.ceil((box.height + 2 * margin) * scale) + 40}px`;
    canvas.resized();
    canvas.viewbox({ x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin + 40 / scale });
  };

  const section = (run, runIndex, choice) => {
    if (!run.flows?.length) return null;
    const flow = run.flows.find(one => plain(one.id) === choice.flow) ?? run.flows[0];
    choice.flow = plain(flow.id);
    const place = h('div', { class: 'flow-canvas' });
    const status = h('p', { class: 'hint', role: 'status' });
    const frame = h('div', { class: 'flow-frame', tabindex: '0', role: 'region', 'aria-label': `${t('flowDrawing')} ${clean(flow.id)} ${clean(flow.name)}` }, place);
    const box = h('section', { 'aria-labelledby': 'flows', class: 'flows' },
      h('h2', { id: 'flows', tabindex: '-1' }, t('flows')), h('p', { class: 'hint' }, t('flowHint')));
    let viewer;
    let scale = 1;
    const repaint = () => {
      mark(viewer, run, flow, choice.path, null);
      const { executed } = paint(run, flow, choice.path);
      const edges = viewer.get('elementRegistry').filter(element => element.type === 'bpmn:SequenceFlow');
      status.textContent = t('flowCovered', number(edges.filter(edge => executed.has(edge.id)).length), number(edges.length));
    };
    const rescale = step => {
      const at = scales.reduce((best, value, index) => Math.abs(value - scale) < Math.abs(scales[best] - scale) ? index : best, 0);
      scale = scales[Math.max(0, Math.min(scales.length - 1, at + step))];
      size(viewer, place, scale);
    };
    const which = h('select', { onchange: event => { choice.flow = event.target.value; choice.path = ''; redraw(); } },
      run.flows.map(one => h('option', { value: plain(one.id), selected: plain(one.id) === choice.flow }, `${clean(one.id)} ${clean(one.name)}`)));
    const paths = h('select', { onchange: event => { choice.path = event.target.value; repaint(); } },
      h('option', { value: '' }, t('all')),
      flow.paths.map(path => {
        const verdict = pathVerdict(run, flow, path);
        return h('option', { value: plain(path.id), selected: plain(path.id) === choice.path }, `${clean(path.id)}（${verdict ? t(verdict) : t('notRun')}）`);
      }));
    const redraw = () => {
      const next = section(run, runIndex, choice);
      box.replaceWith(next);
      next.querySelector('select').focus();
    };
    const link = task => `#run=${runIndex}&function=${encodeURIComponent(plain(task.unit))}`;
    box.append(
      h('div', { class: 'fields' },
        h('label', { class: 'field field-wide' }, h('span', {}, t('flow')), which),
        h('label', { class: 'field' }, h('span', {}, t('path')), paths),
        h('button', { type: 'button', class: 'button', onclick: () => rescale(-1), 'aria-label': t('smaller') }, '−'),
        h('button', { type: 'button', class: 'button', onclick: () => rescale(1), 'aria-label': t('larger') }, '＋')),
      status, frame,
      h('ul', { class: 'flow-legend' },
        ['conforms', 'nonconforming', 'inconclusive', 'notVerified', 'notApplicable'].map(verdict => h('li', {}, badge(verdict))),
        h('li', { class: 'flow-legend-missed' }, t('flowMissed'))),
      h('details', { class: 'flow-table' }, h('summary', {}, t('flowTable')),
        h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('flowTable') }, h('table', { class: 'data' },
          h('thead', {}, h('tr', {}, ['name', 'lane', 'unit', 'verdict'].map(key => h('th', { scope: 'col' }, t(key))))),
          h('tbody', {}, flow.tasks.map(task => {
            const unit = plain(task.unit) ? unitOf(run, task.unit) : null;
            return h('tr', {}, ja('td', {}, task.name), ja('td', {}, task.lane), h('td', {}, unit ? h('a', { href: link(task) }, data(task.unit)) : data(task.unit)), h('td', {}, unit ? badge(unit.verdict) : ''));
          }))))));
    draw(flow, place).then(drawn => {
      viewer = drawn;
      const full = viewer.get('canvas').viewbox().inner;
      scale = Math.max(0.5, Math.min(1, (frame.clientWidth || 1100) / (full.width + 32)));
      size(viewer, place, scale);
      repaint();
      viewer.on('element.click', event => {
        const task = flow.tasks.find(one => plain(one.element) === event.element.id && plain(one.unit) && unitOf(run, one.unit));
        if (task) location.hash = link(task).slice(1);
      });
      place.dataset.drawn = 'true';
    }, trouble => place.replaceChildren(h('p', { class: 'left-out' }, t('flowBroken'), ' ', String(trouble.message ?? trouble))));
    return box;
  };

  /** The same drawings for paper, painted with all paths. */
  const drawings = new Map();
  const prepare = async (run, runIndex) => {
    for (const flow of run.flows ?? []) {
      const key = `${runIndex} ${plain(flow.id)}`;
      if (drawings.has(key)) continue;
      const place = h('div', { class: 'flow-aside' });
      document.body.append(place);
      try {
        const viewer = await draw(flow, place);
        size(viewer, place, 1);
        mark(viewer, run, flow, '', null);
        drawings.set(key, place.querySelector('svg[data-element-id], .djs-container svg').cloneNode(true));
      } catch {
        drawings.set(key, null);
      }
      place.remove();
    }
  };
  const paper = (run, runIndex) => (run.flows ?? []).map(flow => {
    const drawing = drawings.get(`${runIndex} ${plain(flow.id)}`);
    return drawing ? h('figure', { class: 'paper-flow' }, ja('figcaption', {}, `${plain(flow.id)} ${plain(flow.name)}`), drawing.cloneNode(true),
      h('small', {}, 'Drawn with bpmn-js (bpmn.io)')) : null;
  });

  return { section, prepare, paper };
};
