'use strict';
(() => {
  // ---- words -------------------------------------------------------------------------------------------------------
  const words = {
    title: ['適合性確認 結果報告書', 'Conformance report'],
    skip: ['本文へ移動', 'Skip to content'],
    switchLanguage: ['English', '日本語'],
    print: ['印刷', 'Print'],
    runs: ['役割ごとの結果', 'Results by role'],
    role: ['役割', 'Role'],
    standard: ['標準仕様', 'Standard'],
    status: ['標準仕様の位置付け', 'Status of the standard'],
    municipality: ['団体区分', 'Municipality class'],
    product: ['確認した製品', 'Product'],
    seed: ['乱数の種', 'Seed'],
    period: ['実行日時', 'Time'],
    drivers: ['操作の方法', 'Drivers'],
    runId: ['実行 ID', 'Run'],
    tool: ['検証ツール', 'Tool'],
    transcribed: ['公式文書からの転記', 'transcribed from an official text'],
    draft: ['案', 'draft'],
    illustrative: ['例示（公式の標準仕様ではありません）', 'illustrative (not an official standard)'],
    designatedCity: ['指定都市', 'Designated city'],
    coreCity: ['中核市', 'Core city'],
    other: ['一般市区町村', 'Other municipality'],
    conforms: ['適合', 'Conforms'],
    nonconforming: ['不適合', 'Nonconforming'],
    inconclusive: ['判定不能', 'Inconclusive'],
    notVerified: ['未検証', 'Not verified'],
    notApplicable: ['適用対象外', 'Not applicable'],
    conformsMeans: ['確認した範囲で期待どおり', 'as expected, as far as checked'],
    nonconformingMeans: ['製品が公式の記述と異なる', 'the product differs from the official text'],
    inconclusiveMeans: ['製品の良否は分からない', 'says nothing about the product'],
    notVerifiedMeans: ['確認していない', 'nothing was asserted'],
    notApplicableMeans: ['理由があり対象に含めない', 'left out for a stated reason'],
    mandatory: ['実装必須', 'Mandatory'],
    forbidden: ['実装不可', 'Forbidden'],
    optional: ['標準オプション', 'Optional'],
    official: ['公式', 'Official'],
    assumed: ['推定', 'Assumed'],
    ambiguous: ['曖昧', 'Ambiguous'],
    configuration: ['設定', 'Configuration'],
    profile: ['対象プロファイル', 'Profile'],
    environment: ['環境', 'Environment'],
    mock: ['模擬システム', 'Mock'],
    harness: ['検証ツール', 'Harness'],
    specification: ['標準仕様', 'Specification'],
    productCause: ['製品', 'Product'],
    configurationMeans: ['認証情報・接続先・証明書の誤り', 'Credentials, addresses or certificates'],
    profileMeans: ['機能と操作・画面の対応付けの誤り', 'The mapping of functions to operations and screens'],
    environmentMeans: ['製品・周辺システム・回線が停止または遅延', 'The target, a neighbour or the line was down or slow'],
    mockMeans: ['検証ツールが演じる周辺システムの不具合', 'A system that the harness plays'],
    harnessMeans: ['検証ツール自身の不具合', 'The harness itself'],
    specificationMeans: ['期待の根拠が公式の記述ではない', 'The expectation does not rest on an official text'],
    productMeans: ['製品が期待と異なる動作をした', 'The product behaved differently'],
    verdict: ['判定', 'Verdict'],
    functionsUnit: ['機能', 'functions'],
    stepsUnit: ['手順', 'flow steps'],
    shownOf: ['対象 {1} {2}のうち、適合を確認できたのは {0} です。', 'Conformity was shown for {0} of {1} {2}.'],
    mandatoryShown: ['うち実装必須：確認できた {0} / 対象 {1}（未検証 {2}）', 'Of these, mandatory: shown {0} of {1} (not verified {2})'],
    partOf: ['全体の一部（{0}）の実行です。', 'This is part {0} of a run.'],
    edition: ['連携の版 {0}', 'interface edition {0}'],
    editionAcross: ['連携の版 {0} で書き {1} で読む', 'written through interface edition {0}, read through {1}'],
    beside: ['連携の版 {0} の結果です。並行稼働するほかの版（{1}）は別に報告します。{2}', 'Edition {0} of the interface. Beside it run {1}, which are reported apart. {2}'],
    across: ['連携の版 {0} で書き、{1} で読んだ結果です。どちらの版の判定にも入りません。両方の版の裏に同じものがあると標準がいう機能だけを確かめ、ほかは適用対象外です。{2}', 'Written through edition {0} of the interface and read through {1}; it is part of neither edition’s verdict. Only functions are checked of which the standard says that the same is behind both; the others do not apply. {2}'],
    besidePeriod: ['並行稼働の期間: {0}～{1}［{2}］。', 'Both have to be up: {0}～{1} [{2}].'],
    filtered: ['--filter でシナリオを除いた実行です。シナリオの一部を除かれた機能・手順（{0}）は未検証とします。', '--filter left scenarios out of this run. Functions and steps that lack some of theirs ({0}) are not verified.'],
    undecided: ['実行した日はこの版が並行稼働すべき期間の外なので、判定は終了コードを左右しません。', 'The run is outside the period in which this edition has to be up, so its verdict does not decide the exit code.'],
    package: ['{0} → {1} は一つのパッケージの中の連携のため、次を適用対象外としました: {2}。理由: {3}。根拠: {4}。他の事業者のシステムとの連携は対象のままです。', '{0} → {1} is inside one package, so these do not apply: {2}. Reason: {3}. Cited: {4}. Linkages to systems of other vendors stay required.'],
    rerunOnly: ['前に適合しなかったシナリオだけの実行です。', 'Only what had not conformed before was run.'],
    deferred: ['判定を左右しない', 'No effect on the verdict'],
    deferredCount: ['適合基準日前または経過措置中で、判定を左右しない機能が {0} 件あります（不適合 {1}）。', '{0} functions are not binding yet (適合基準日, 経過措置) and have no effect on the verdict (nonconforming: {1}).'],
    waiting: ['待機しているシナリオが {0} 件あります。', '{0} scenarios wait and go on in a later run.'],
    flaky: ['初回は通らず、やり直して通ったシナリオが {0} 件あります。', '{0} scenarios did not hold at first and did when tried again.'],
    preflightStopped: ['実行前の点検で見つかり、実行しなかった', 'Found before the run, which was not begun'],
    preflightWarned: ['実行前の点検で見つかった', 'Found before the run'],
    harnessFault: ['検証ツールの不具合', 'Harness fault'],
    earlierAttempts: ['前の試行', 'Earlier attempts'],
    attempt: ['試行 {0}', 'Attempt {0}'],
    cancelled: ['この実行は途中で止められました。止まるまでの結果だけを示します。', 'This run was stopped. Only what was done by then is shown.'],
    illustrativeNote: ['この標準仕様は例示であり、公式の標準仕様に基づくものではありません。', 'This standard is illustrative; no official text backs it.'],
    notCertificate: ['これは証明書ではありません', 'This is not a certificate'],
    notCertificateText: [
      'この報告書は、確認した範囲で何が観測されたかを示す資料です。標準化基準への適合の確認は、法律に基づき地方公共団体が行います。結果は、上記の製品・版・設定・団体区分に限るものです。',
      'This report shows what was observed within what was checked. By law the municipality confirms conformity with the standards. The result holds for the product, version, parameters and municipality class named above.'],
    causes: ['不適合・判定不能の原因', 'Causes of nonconforming and inconclusive results'],
    cause: ['原因', 'Cause'],
    rule: ['規則', 'Rule'],
    rulesTable: ['判定を決めた規則（シナリオの件数と、機能・手順の件数）', 'Rules that decided (scenarios, and functions or steps)'],
    unitsCount: ['機能・手順', 'Units'],
    inherited: ['先の原因による', 'that of what came before'],
    differences: ['APIと画面の違い', 'API and screens'],
    differencesHint: ['同じシナリオをAPIと画面の両方で実行し、結果が食い違ったものです。', 'The same scenario through the API and through the screens came out differently.'],
    differencesNone: ['両方で実行したシナリオに食い違いはありません。', 'No difference in what was run on both.'],
    kind: ['種類', 'Kind'],
    differVerdict: ['期待を満たすのは一方だけ', 'an expectation holds on one only'],
    differOutcome: ['受け付けた・拒否したが異なる', 'one took what the other refused'],
    differOutputs: ['出力が異なる', 'different outputs'],
    manual: ['人による確認', 'Manual checks'],
    manualHint: ['人が見て確かめる項目です。機械の判定には加えません。', 'What people look at. It never changes a verdict of the machine.'],
    notYet: ['未実施', 'not yet'],
    byWhom: ['実施者・確認者', 'By, reviewed by'],
    surfaces: ['宣言と観測', 'Declared and observed'],
    surfacesHint: ['製品が見せる操作と画面を、標準の機能およびプロファイルの宣言と照らしたものです。「実装不可の機能が応じた」だけが不適合で、ほかは確認者が判断します。', 'What the product shows, compared with the standard and with what the profile declares. Only a forbidden function that answers is nonconforming; the rest is for a reviewer.'],
    surfaceSearched: ['{0}：{1} か所（対応付けあり {2}・標準の機能 {3}・宣言あり {4}・共通のもの {5}・宣言なし {6}）', '{0}: {1} places (mapped {2}, functions of the standard {3}, declared {4}, common {5}, undeclared {6})'],
    place: ['操作・画面', 'Operation or screen'],
    undeclared: ['宣言のない機能', 'Undeclared'],
    presentUndeclared: ['宣言していないが、ある', 'Not declared, but there'],
    declaredAbsent: ['宣言しているが、ない', 'Declared, but not there'],
    undescribed: ['製品のAPI記述に載っていない', 'Not in the product’s own description'],
    forbiddenAnswers: ['実装不可の機能が応じた', 'A forbidden function answers'],
    recognised: ['共通のものとして除いた操作・画面（{0} か所）', 'Operations and screens recognised as common ({0})'],
    surfacesNone: ['確認者の判断を要するものはありません。', 'Nothing for a reviewer.'],
    means: ['意味', 'Meaning'],
    count: ['件数', 'Count'],
    functionResults: ['機能別の結果', 'Results by function'],
    stepResults: ['業務フローの手順別の結果', 'Results by flow step'],
    functionHint: ['機能 ID を選ぶと、その機能を確認したシナリオに絞り込みます。数はシナリオの件数です。', 'Choose a function ID to see its scenarios. Numbers count scenarios.'],
    stepHint: ['手順を選ぶと、その手順を確認したシナリオに絞り込みます。数はシナリオの件数です。', 'Choose a step to see its scenarios. Numbers count scenarios.'],
    functionId: ['機能ID', 'Function'],
    stepId: ['手順', 'Step'],
    flow: ['業務フロー', 'Flow'],
    group: ['大項目 / 中項目', 'Area'],
    name: ['名称', 'Name'],
    requirement: ['実装区分', 'Class'],
    scenarios: ['シナリオ', 'Scenarios'],
    search: ['文字で探す', 'Text'],
    searchHint: ['名称・ID・理由', 'name, ID, reason'],
    driver: ['操作の方法', 'Driver'],
    all: ['すべて', 'All'],
    reset: ['条件を解除', 'Reset'],
    filters: ['シナリオの絞り込み', 'Filter scenarios'],
    filtered: ['{1} 件中 {0} 件が該当（不適合・判定不能・未検証の順に先に並べています）', '{0} of {1} match (nonconforming, inconclusive and not verified first)'],
    more: ['さらに {0} 件を表示（残り {1} 件）', 'Show {0} more ({1} left)'],
    none: ['該当するシナリオはありません。', 'No scenario matches.'],
    api: ['API', 'API'],
    ui: ['画面', 'Screen'],
    seconds: ['{0} 秒', '{0} s'],
    id: ['シナリオ ID', 'Scenario ID'],
    feature: ['フィーチャー', 'Feature'],
    tags: ['タグ', 'Tags'],
    started: ['開始', 'Started'],
    duration: ['所要時間', 'Duration'],
    link: ['このシナリオへのリンク', 'Link to this scenario'],
    reason: ['理由', 'Reason'],
    problems: ['期待と異なる点', 'What differs'],
    checks: ['確認した事項', 'What was checked'],
    held: ['期待どおりの確認事項（{0} 件）', 'Checks that held ({0})'],
    expected: ['期待', 'Expected'],
    observed: ['実際', 'Observed'],
    basis: ['根拠', 'Basis'],
    source: ['出典', 'Source'],
    unit: ['対象', 'Unit'],
    step: ['手順', 'Step'],
    steps: ['実行した手順', 'Steps'],
    request: ['要求', 'Request'],
    response: ['応答', 'Response'],
    actions: ['操作', 'Actions'],
    read: ['読み取った内容', 'Read'],
    evidence: ['証跡', 'Evidence'],
    enlarge: ['拡大：', 'Enlarge: '],
    close: ['閉じる', 'Close'],
    leftOut: ['この報告書には収めていません。', 'Not embedded in this report. '],
    cutNote: ['…（全 {0} 文字のうち先頭のみ）', '… (beginning only, of {0} characters)'],
    indented: ['本文は読みやすいように字下げしています。', 'The body is indented for reading.'],
    halfSpace: ['半角空白', 'half-width space'],
    fullSpace: ['全角空白', 'full-width space'],
    lineBreak: ['改行', 'line break'],
    tab: ['タブ', 'tab'],
    PASSED: ['成功', 'passed'],
    FAILED: ['失敗', 'failed'],
    SKIPPED: ['未実行', 'skipped'],
    PENDING: ['保留', 'pending'],
    UNDEFINED: ['未定義', 'undefined'],
    AMBIGUOUS: ['定義が重複', 'ambiguous'],
    evidenceEmbedded: ['画像 {0} 枚、通信・文字の記録 {1} 件を収めています。', 'Embedded: {0} screenshots and {1} exchanges or texts.'],
    evidenceLeftOut: ['大きさの上限により、画像 {0} 枚と記録 {1} 件は収めていません。証跡フォルダー evidence/ にあります。', 'For size, {0} screenshots and {1} records are not embedded; they are in the folder evidence/.'],
    evidenceMissing: ['証跡フォルダーに見つからないファイルが {0} 件あります。', '{0} files were not found in the evidence folder.'],
    failing: ['不適合・判定不能のシナリオ', 'Scenarios that are nonconforming or inconclusive'],
    allScenarios: ['シナリオの一覧', 'All scenarios'],
    jst: ['日本時間', 'JST'],
    opening: ['読み込んでいます…', 'Loading …'],
    flows: ['業務フロー', 'Business flows'],
    flowHint: ['色と印は、その手順を担う単位の判定です。手順を選ぶと、その単位を確認したシナリオに絞り込みます。', 'Colours and marks give the verdict of the unit behind a task. Choose a task to see its scenarios.'],
    flowDrawing: ['業務フローの図', 'Drawing of the flow'],
    flowCovered: ['順序フロー {1} 本のうち {0} 本を通りました。', '{0} of {1} sequence flows were taken.'],
    flowMissed: ['通っていない', 'not taken'],
    flowTable: ['図の手順を表で見る', 'The tasks as a table'],
    flowBroken: ['この図は描けませんでした。', 'This flow could not be drawn.'],
    path: ['経路', 'Path'],
    notRun: ['実行していない', 'not run'],
    smaller: ['図を小さくする', 'Make the drawing smaller'],
    larger: ['図を大きくする', 'Make the drawing larger'],
    lane: ['レーン', 'Lane'],
    unitFilters: ['{0}の絞り込み（{1}の実装区分）', 'Narrow the {0} (classes of requirement for: {1})'],
    unitText: ['ID・名称・理由', 'ID, name or reason'],
    unitCause: ['適合でない原因', 'Why it does not conform'],
    unitReset: ['絞り込みを解く', 'Show all'],
    closeAll: ['すべて閉じる', 'Close all'],
    openAll: ['すべて開く', 'Open all'],
    unitsShown: ['{1} 件中 {0} 件を表示：対象 {2} のうち適合 {3}・不適合 {4}・判定不能 {5}・未検証 {6}、ほかに適用対象外 {7}', '{0} of {1} shown: of {2} testable, conforms {3}, nonconforming {4}, inconclusive {5}, not verified {6}; besides, not applicable {7}'],
    groupCount: ['適合 {0} / 対象 {1}', 'conforms {0} of {1}'],
    noUnits: ['該当するものはありません。', 'Nothing matches.'],
    noGroup: ['（区分なし）', '(no area)'],
    broken: ['報告書を開けませんでした。ブラウザーを新しくしてください。', 'The report could not be opened. Use a newer browser.'],
  };
  let language = 0;
  const t = (key, ...values) => {
    const text = words[key] ? words[key][language] : String(key);
    return values.length ? text.replace(/\{(\d)\}/g, (_, index) => values[index]) : text;
  };
  const editionOf = run => run.interface ? (run.interface.readThrough ? t('editionAcross', run.interface.name, run.interface.readThrough) : t('edition', run.interface.name)) : '';
  const roleOf = run => run.role + (run.interface ? (language ? ` [${editionOf(run)}]` : `［${editionOf(run)}］`) : '');
  const causeWord = cause => t(cause === 'product' ? 'productCause' : cause);
  const basisWord = basis => basis === 'illustrative' ? (language ? 'Illustrative' : '例示') : t(basis);
  const number = value => Number(value).toLocaleString('en-US');
  const verdicts = ['nonconforming', 'inconclusive', 'notVerified', 'conforms', 'notApplicable'];
  const byReader = ['conforms', 'nonconforming', 'inconclusive', 'notVerified', 'notApplicable'];
  const fails = verdict => verdict === 'nonconforming' || verdict === 'inconclusive';

  // ---- elements; whatever the data holds becomes a text node -----------------------------------------------------------
  const h = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (name === 'class') element.className = value;
      else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, '');
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
    return element;
  };
  const svg = (name, paths) => {
    const space = 'http://www.w3.org/2000/svg';
    const element = document.createElementNS(space, 'svg');
    element.setAttribute('viewBox', '0 0 24 24');
    element.setAttribute('class', 'icon');
    element.setAttribute('aria-hidden', 'true');
    for (const [kind, d] of paths) {
      const path = document.createElementNS(space, 'path');
      path.setAttribute('d', d);
      path.setAttribute('class', kind);
      element.append(path);
    }
    return element;
  };
  const circle = 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z';
  const icons = {
    conforms: [['fill', circle], ['stroke', 'M7 12.5l3.5 3.5L17 9']],
    nonconforming: [['fill', 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z'], ['stroke', 'M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6']],
    inconclusive: [['fill', 'M12 1.5L23.2 21.5H.8z'], ['stroke', 'M9.6 11.2a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1.1.8-1.1 1.6'], ['stroke', 'M12 18.2v.3']],
    notVerified: [['ring', 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z'], ['line', 'M8 12h8']],
    notApplicable: [['box', 'M4 4h16v16H4z'], ['line', 'M17 7L7 17']],
  };
  const icon = verdict => {
    const element = svg(verdict, icons[verdict]);
    element.classList.add('icon-' + verdict);
    return element;
  };
  const badge = verdict => h('span', { class: 'badge badge-' + verdict }, icon(verdict), t(verdict));
  const marks = { mandatory: '◎', forbidden: '×', optional: '○' };

  const special = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
  /** Nodes for a text of the data: characters that would hide or reorder others are spelled out. */
  const data = value => {
    if (value == null) return [];
    const text = plain(value).replace(/\r\n/g, '\n');
    const nodes = [];
    let from = 0;
    let spelled = 0;
    for (const match of text.matchAll(special)) {
      if (spelled++ >= 2000) break;
      nodes.push(text.slice(from, match.index));
      const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      nodes.push(h('span', { class: 'char' }, 'U+' + code));
      from = match.index + 1;
    }
    nodes.push(text.slice(from).replace(special, '\ufffd'));
    if (typeof value === 'object') nodes.push(h('span', { class: 'cut' }, t('cutNote', number(value.length))));
    return nodes;
  };
  const plain = value => value == null ? '' : typeof value === 'object' ? String(value.cut) : String(value);
  /** The same for places that hold no elements: options, titles, labels. */
  const clean = value => plain(value).slice(0, 500).replace(special, character => 'U+' + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
  const ja = (tag, properties, value) => h(tag, { lang: 'ja', ...properties }, data(value));

  // ---- stored values -------------------------------------------------------------------------------------------------
  const loaded = new Map();
  const unpack = async id => {
    if (!document.getElementById(id)) return null;
    const binary = atob(document.getElementById(id).textContent);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  };
  const load = id => {
    if (!loaded.has(id)) {
      const entry = { value: undefined };
      entry.promise = unpack(id).then(value => { entry.value = value; return value; });
      loaded.set(id, entry);
    }
    return loaded.get(id).promise;
  };
  const now = id => loaded.get(id)?.value;
  const portionSize = 50;
  const detailsId = (run, index) => `details-${run}-${Math.floor(index / portionSize)}`;
  const detailOf = async (run, index) => (await load(detailsId(run, index)))[index % portionSize];
  const detailNow = (run, index) => now(detailsId(run, index))?.[index % portionSize];
  const evidenceId = evidence =>
    'evidence-' + Array.from(new TextEncoder().encode(plain(evidence.file)), byte => byte.toString(16).padStart(2, '0')).join('');

  // ---- small formats -------------------------------------------------------------------------------------------------
  const two = value => String(value).padStart(2, '0');
  const time = iso => {
    if (Number.isNaN(Date.parse(iso))) return clean(iso);
    const local = new Date(new Date(iso).getTime() + 9 * 3600e3);
    const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
    return language
      ? `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())} ${clock}`
      : `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${clock}`;
  };
  const seconds = ms => t('seconds', (ms / 1000).toFixed(ms < 9950 ? 2 : 1));
  const driverWord = driver => words[driver] ? t(driver) : clean(driver);

  // ---- the difference between two texts ----------------------------------------------------------------------------------
  /** Two lists of [text, differs]; none marked where the texts have too little in common for marks to help. */
  const difference = (left, right) => {
    const unmarked = [[[left, false]], [[right, false]]];
    if (left === right || left.length > 4000 || right.length > 4000) return unmarked;
    const a = Array.from(left);
    const b = Array.from(right);
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const p = a.slice(start, a.length - end);
    const q = b.slice(start, b.length - end);
    const keepA = new Array(a.length).fill(true);
    const keepB = new Array(b.length).fill(true);
    for (let i = 0; i < p.length; i++) keepA[start + i] = false;
    for (let j = 0; j < q.length; j++) keepB[start + j] = false;
    let common = start + end;
    if (p.length * q.length <= 250000) {
      const length = Array.from({ length: p.length + 1 }, () => new Uint16Array(q.length + 1));
      for (let i = p.length - 1; i >= 0; i--)
        for (let j = q.length - 1; j >= 0; j--)
          length[i][j] = p[i] === q[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
      for (let i = 0, j = 0; i < p.length && j < q.length;) {
        if (p[i] === q[j]) { keepA[start + i++] = true; keepB[start + j++] = true; common++; }
        else if (length[i + 1][j] >= length[i][j + 1]) i++;
        else j++;
      }
    }
    if (common * 2 < Math.max(a.length, b.length)) return unmarked;
    const segments = (characters, keep) => {
      const list = [];
      characters.forEach((character, index) => {
        const differs = !keep[index];
        if (list.length && list.at(-1)[1] === differs) list.at(-1)[0] += character;
        else list.push([character, differs]);
      });
      return list;
    };
    return [segments(a, keepA), segments(b, keepB)];
  };
  /** Spaces that differ are named: a full-width one and a half-width one look alike. */
  const withSpaces = text => text.split(/([ \u3000\n\t])/).map(part =>
    spaces[part] ? h('span', { class: 'char', lang: language ? 'en' : 'ja' }, t(spaces[part])) : data(part));
  const spaces = { ' ': 'halfSpace', '\u3000': 'fullSpace', '\n': 'lineBreak', '\t': 'tab' };
  const marked = (segments, value) => [
    segments.map(([text, differs]) => differs ? h('mark', {}, withSpaces(text)) : data(text)),
    typeof value === 'object' && value ? h('span', { class: 'cut' }, t('cutNote', number(value.length))) : null,
  ];

  /** Line breaks and indentation between the tokens of a JSON body; the tokens themselves stay as they were sent. */
  const reindent = text => {
    const gap = /\r?\n\r?\n/.exec(text);
    const head = gap ? text.slice(0, gap.index + gap[0].length) : '';
    const body = gap ? text.slice(head.length) : text;
    if (!/^\s*[[{]/.test(body) || body.length > 200000) return null;
    try { JSON.parse(body); } catch { return null; }
    let depth = 0;
    let out = '';
    const line = () => '\n' + '  '.repeat(depth);
    for (const [token] of body.matchAll(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[{}[\],:]|[^\s{}[\],:"]+/g)) {
      if (token === '{' || token === '[') { depth++; out += token + line(); }
      else if (token === '}' || token === ']') { depth--; out += line() + token; }
      else if (token === ',') out += token + line();
      else out += token === ':' ? ': ' : token.replace(/\s/g, token[0] === '"' ? '$&' : '');
    }
    return head + out;
  };

  // ---- parts of the page, the same on screen and on paper ------------------------------------------------------------------
  const fact = (key, ...value) => h('div', {}, h('dt', {}, t(key)), h('dd', { lang: 'ja' }, value));
  const facts = run => {
    const r = run.run;
    return h('dl', { class: 'facts' },
      fact('standard', data(r.standard), ' ', data(r.standardName), ' ', data(r.edition)),
      fact('status', words[r.standardStatus] ? t(r.standardStatus) : data(r.standardStatus)),
      fact('role', data(roleOf(r))),
      fact('municipality', t(r.class)),
      fact('drivers', r.drivers.map(driverWord).join(language ? ', ' : '・')),
      fact('period', `${time(r.started)} – ${time(r.finished).split(' ').at(-1)}${language ? ` (${t('jst')})` : `（${t('jst')}）`}`),
      fact('seed', String(r.seed)),
      fact('runId', data(r.id)),
      fact('tool', 'Conformance ', data(r.toolVersion)));
  };
  const tally = counts => h('ul', { class: 'tally' }, byReader.map(verdict =>
    h('li', { class: 'tally-' + verdict + (counts[verdict] ? '' : ' nil') }, icon(verdict),
      h('span', { class: 'tally-word' }, t(verdict)), h('b', {}, number(counts[verdict])),
      h('small', {}, t(verdict + 'Means')))));
  const bar = counts => h('div', { class: 'bar', 'aria-hidden': 'true' }, byReader.filter(verdict => counts[verdict] > 0).map(verdict => {
    const part = h('span', { class: 'bar-' + verdict });
    part.style.flexGrow = counts[verdict];
    return part;
  }));
  const besideNote = edition => {
    if (!edition) return null;
    const period = edition.until ? t('besidePeriod', edition.from ?? '', edition.until, edition.basis) : '';
    return h('p', { class: 'note' }, data(edition.readThrough ? t('across', edition.name, edition.readThrough, period) : t('beside', edition.name, edition.beside.join(language ? ', ' : '、'), period)));
  };
  const verdictPanel = run => {
    const all = run.all;
    const counts = { ...all, conforms: all.shown };
    const unit = t(run.functions.length ? 'functionsUnit' : 'stepsUnit');
    return h('section', { class: 'verdict verdict-' + run.run.verdict, 'aria-label': t('verdict') },
      h('p', { class: 'sentence' }, icon(run.run.verdict), h('strong', {}, data(run.sentence[language]))),
      h('p', { class: 'lead' }, t('shownOf', number(all.shown), number(all.testable), unit)),
      bar(counts),
      tally(counts),
      run.functions.length ? h('p', { class: 'mandatory' },
        t('mandatoryShown', number(run.mandatory.shown), number(run.mandatory.testable), number(run.mandatory.notVerified))) : null,
      run.run.cancelled ? h('p', { class: 'warning' }, t('cancelled')) : null,
      run.run.partial ? h('p', { class: 'warning' }, run.run.partial.startsWith('part ') ? t('partOf', run.run.partial.slice(5)) : t('rerunOnly')) : null,
      !run.run.partial && run.run.leftOut ? h('p', { class: 'warning' }, t('filtered', number(Object.keys(run.run.leftOut).length))) : null,
      besideNote(run.run.interface),
      run.decides ? null : h('p', { class: 'warning' }, t('undecided')),
      (run.run.notBeside ?? []).map(apart => h('p', { class: 'warning' }, data(language ? apart.en : apart.ja))),
      (run.run.package ?? []).map(link => h('p', { class: 'note' }, data(t('package', link.from, link.to, link.units.join(language ? ', ' : '、'), link.reason, link.citation)))),
      run.run.waiting ? h('p', { class: 'warning' }, t('waiting', number(run.run.waiting))) : null,
      run.functions.some(unit => unit.deferred) ? h('p', { class: 'note' }, t('deferredCount', number(run.functions.filter(unit => unit.deferred).length), number(run.functions.filter(unit => unit.deferred && unit.verdict === 'nonconforming').length))) : null,
      run.run.flaky ? h('p', { class: 'warning' }, t('flaky', number(run.run.flaky))) : null,
      (run.run.preflight ?? []).filter(found => found.level === 'failure' || found.level === 'warning').map(found => {
        const said = text => text[language ? 'en' : 'ja'];
        return h('p', { class: 'warning' }, t(found.level === 'failure' ? 'preflightStopped' : 'preflightWarned'), language ? ': ' : '：', h('span', {}, data(`${said(found.what)} ${said(found.why)} ${said(found.fix)}`)));
      }),
      (run.run.harnessFaults ?? []).map(fault => h('p', { class: 'warning' }, t('harnessFault'), language ? ': ' : '：', ja('span', {}, fault))),
      run.run.standardStatus === 'illustrative' ? h('p', { class: 'warning' }, t('illustrativeNote')) : null);
  };
  const notCertificate = () => h('aside', { class: 'note', 'aria-label': t('notCertificate') },
    h('p', {}, h('strong', {}, t('notCertificate'))), h('p', {}, t('notCertificateText')));
  const causes = run => {
    const list = Object.entries(run.summary.causes).filter(([, count]) => count > 0);
    return list.length === 0 ? null : h('section', { class: 'causes' },
      h('h2', {}, t('causes')),
      h('ul', { class: 'cause-list' }, list.map(([cause, count]) => h('li', {},
        h('b', {}, causeWord(cause)), h('span', { class: 'cause-count' }, number(count)),
        h('span', { class: 'cause-means' }, t(cause + 'Means'))))),
      run.summary.rules?.length ? h('details', { class: 'rules', open: true }, h('summary', {}, t('rulesTable')),
        grid('rulesTable', ['rule', 'cause', 'means', 'scenarios', 'unitsCount'], run.summary.rules.map(one =>
          [data(one.id), one.cause ? causeWord(one.cause) : one.id === 'VR901' ? t('inherited') : '—', data(language ? one.en : one.ja), number(one.scenarios), number(one.units)]))) : null);
  };
  /** A plain table with a heading for each column. */
  const grid = (label, columns, rows) => h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t(label) },
    h('table', { class: 'data grid' }, h('thead', {}, h('tr', {}, columns.map(key => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, rows.map(row => h('tr', {}, row.map(value => h('td', {}, value)))))));
  const ruleOf = (run, id) => run.summary.rules?.find(rule => rule.id === id);
  const ruleMark = (run, id) => id ? h('abbr', { class: 'rule', title: ruleOf(run, id)?.[language ? 'en' : 'ja'] ?? '' }, data(id)) : null;
  const differenceSection = run => run.run.drivers.length < 2 ? null : h('section', { class: 'trust', 'aria-labelledby': 'differences' },
    h('h2', { id: 'differences' }, t('differences')), h('p', { class: 'hint' }, t('differencesHint')),
    run.differences.length === 0 ? h('p', { class: 'none' }, t('differencesNone')) : grid('differences', [run.functions.length ? 'functionId' : 'stepId', 'kind', 'name', 'api', 'ui'],
      run.differences.map(one => [ja('span', { class: 'unit-id' }, one.unit), t('differ' + one.kind[0].toUpperCase() + one.kind.slice(1)),
        [ja('span', {}, one.name), h('small', { class: 'why', lang: 'ja' }, data(one.step))], ja('span', {}, one.api), ja('span', {}, one.ui)])));
  const manualSection = run => run.manual.length === 0 ? null : h('section', { class: 'trust', 'aria-labelledby': 'manual' },
    h('h2', { id: 'manual' }, t('manual')), h('p', { class: 'hint' }, t('manualHint')),
    grid('manual', [run.functions.length ? 'functionId' : 'stepId', 'name', 'expected', 'verdict', 'observed', 'byWhom'],
      run.manual.map(one => [ja('span', { class: 'unit-id' }, one.unit), ja('span', {}, one.unitName), ja('span', {}, one.expected), one.result ? badge(one.result.verdict) : t('notYet'),
        ja('span', {}, one.result?.observed ?? ''), one.result ? ja('span', {}, `${one.result.operator}・${one.result.reviewer}`) : ''])));
  const surfaceSection = run => !run.surfaces ? null : h('section', { class: 'trust', 'aria-labelledby': 'surfaces' },
    h('h2', { id: 'surfaces' }, t('surfaces')), h('p', { class: 'hint' }, t('surfacesHint')),
    h('ul', {}, run.surfaces.searched.map(one => h('li', {}, t('surfaceSearched', driverWord(one.surface), number(one.places), number(one.mapped), number(one.functions), number(one.declared), number(one.recognised), number(one.undeclared)),
      one.trouble ? ja('small', { class: 'why' }, one.trouble) : null))),
    run.surfaces.findings.length === 0 ? h('p', { class: 'none' }, t('surfacesNone')) : grid('surfaces', ['kind', 'driver', 'place', 'functionId', 'reason'],
      run.surfaces.findings.map(one => [t(one.kind), driverWord(one.surface), ja('span', {}, one.place), ja('span', { class: 'unit-id' }, one.unit), ja('span', {}, one.reason)])),
    run.surfaces.recognised.length === 0 ? null : h('details', {}, h('summary', {}, t('recognised', number(run.surfaces.recognised.length))),
      grid('surfaces', ['driver', 'place', 'rule'], run.surfaces.recognised.map(one => [driverWord(one.surface), ja('span', {}, one.place), data(one.rule)]))));
  const cell = (label, className, ...children) =>
    h('td', { role: 'cell', class: className, 'data-label': label }, children);
  const unitsOf = run => run.functions.length ? run.functions : run.steps;
  /** 大項目 / 中項目 of a function, or the flow of a step: the branches above it in the tree. */
  const branchesOf = (run, unit) => run.functions.length
    ? [plain(unit.major), plain(unit.middle)].filter((name, at) => name || at === 0) : [plain(unit.flow)];
  const countUnits = units => Object.fromEntries(byReader.map(verdict => [verdict, units.filter(unit => unit.verdict === verdict).length]));
  /** All units as a flat table; with `tree`, the chosen ones under their branches, which open and close. */
  const unitTable = (run, index, linked, tree) => {
    const functions = run.functions.length > 0;
    const units = tree ? tree.units : unitsOf(run);
    const columns = (functions
      ? [[t('functionId'), 'c-id'], [t('group'), 'c-group'], [t('name'), 'c-name'], [t('requirement'), 'c-class'], [t('verdict'), 'c-verdict']]
      : [[t('stepId'), 'c-id'], [t('flow'), 'c-group'], [t('name'), 'c-name'], [t('verdict'), 'c-verdict']]).filter(([, name]) => !tree || name !== 'c-group');
    const row = unit => h('tr', { role: 'row' },
      h('th', { role: 'rowheader', scope: 'row', class: 'c-id', lang: 'ja' }, linked
        ? h('a', { href: `#run=${index}&function=${encodeURIComponent(plain(unit.id))}` }, data(unit.id)) : data(unit.id)),
      tree ? null : cell(columns[1][0], 'c-group', ja('span', {}, functions ? [plain(unit.major), plain(unit.middle)].filter(Boolean).join(' / ') : unit.flow)),
      cell(t('name'), 'c-name', ja('span', {}, unit.name), functions && unit.source && !sharedSource(run) ? ja('small', { class: 'source' }, unit.source) : null),
      functions ? cell(t('requirement'), 'c-class',
        h('span', { class: 'class-mark', 'aria-hidden': 'true' }, marks[unit.class]), h('span', {}, t(unit.class)),
        h('small', { class: 'class-basis' }, classBasis(unit.classBasis))) : null,
      cell(t('verdict'), 'c-verdict', badge(unit.verdict),
        unit.cause || unit.reason ? h('small', { class: 'why' }, unit.cause ? `${t('cause')}：${causeWord(unit.cause)} ` : '', ruleMark(run, unit.rule), unit.rule ? ' ' : '', ja('span', {}, unit.reason)) : null,
        unit.deferred ? h('small', { class: 'why deferred' }, `${t('deferred')}：`, ja('span', {}, unit.deferred)) : null),
      byReader.map(verdict => cell(t(verdict), 'c-count c-' + verdict + (unit.scenarios[verdict] ? '' : ' nil'), number(unit.scenarios[verdict]))));
    const width = columns.length + byReader.length;
    const branch = (path, members, level) => {
      const key = path.join('\n');
      const open = !tree.closed.has(key);
      const counts = countUnits(members);
      const inner = level === 0 && members.some(unit => branchesOf(run, unit).length > 1);
      const heading = h('tr', { role: 'row', class: `branch branch-${level}` }, h('th', { role: 'rowheader', scope: 'rowgroup', colspan: width },
        h('button', { type: 'button', 'aria-expanded': String(open), 'data-branch': key, onclick: () => tree.toggle(key) },
          ja('span', { class: 'branch-name' }, path.at(-1) || t('noGroup')),
          h('span', { class: 'branch-count' }, t('groupCount', number(counts.conforms), number(members.length - counts.notApplicable)),
            verdicts.filter(verdict => counts[verdict] && verdict !== 'conforms' && verdict !== 'notApplicable').map(verdict => h('span', { class: 'branch-mark' }, icon(verdict), h('span', { class: 'hidden' }, t(verdict)), number(counts[verdict])))))));
      return [heading, open ? inner ? grouped(members, level + 1, path) : members.map(row) : []];
    };
    const grouped = (members, level, above) => {
      const names = new Map();
      for (const unit of members) {
        const name = branchesOf(run, unit)[level] ?? '';
        names.set(name, [...names.get(name) ?? [], unit]);
      }
      // What stands directly under a 大項目 needs no branch of its own.
      return [...names].map(([name, own]) => level > 0 && !name ? own.map(row) : branch([...above, name], own, level));
    };
    return h('table', { role: 'table', class: 'units' + (tree ? ' tree' : ''), 'aria-label': t(functions ? 'functionResults' : 'stepResults') },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
        columns.map(([label, name]) => h('th', { role: 'columnheader', scope: 'col', class: name }, label)),
        byReader.map(verdict => h('th', { role: 'columnheader', scope: 'col', class: 'c-count' }, parted(verdict))))),
      h('tbody', { role: 'rowgroup' }, tree ? grouped(units, 0, []) : units.map(row)));
  };
  /** A verdict word that may break only where a reader would break it. */
  const parted = verdict => language || t(verdict).length < 4 ? t(verdict) : [t(verdict).slice(0, 2), h('wbr'), t(verdict).slice(2)];
  const sharedSource = run => run.functions.length > 0 && plain(run.functions[0].source) !== ''
    && run.functions.every(unit => plain(unit.source) === plain(run.functions[0].source));
  const sourceLine = run => sharedSource(run) ? [' ', t('source'), '：', ja('span', {}, run.functions[0].source)] : null;
  const classBasis = basis => {
    const word = String(plain(basis)).toLowerCase();
    return word && word !== 'official' ? ['official', 'assumed', 'ambiguous', 'illustrative'].includes(word)
      ? `（${basisWord(word)}）` : ['（', data(basis), '）'] : [];
  };
  const evidenceNote = tallied => h('p', { class: 'evidence-note' },
    t('evidenceEmbedded', number(tallied.screenshots), number(tallied.texts)), ' ',
    tallied.screenshotsLeftOut + tallied.textsLeftOut ? t('evidenceLeftOut', number(tallied.screenshotsLeftOut), number(tallied.textsLeftOut)) + ' ' : '',
    tallied.missing ? t('evidenceMissing', number(tallied.missing)) : '');

  // ---- a scenario, opened ----------------------------------------------------------------------------------------------
  const basisLine = finding => h('p', { class: 'basis' },
    h('span', { class: 'basis-word basis-' + finding.basis }, t('basis'), '：', basisWord(finding.basis)),
    plain(finding.source) ? ja('span', {}, finding.source) : null);
  const failingFinding = (finding, level) => {
    const [left, right] = difference(plain(finding.expected), plain(finding.observed));
    return h('article', { class: 'finding finding-' + finding.verdict },
      h(level, {}, badge(finding.verdict), ' ', ja('span', { class: 'unit-id' }, finding.function), ' ', ja('span', {}, finding.step)),
      h('div', { class: 'versus' },
        h('div', { class: 'side' }, h('p', { class: 'side-title' }, t('expected')), h('p', { class: 'value', lang: 'ja' }, marked(left, finding.expected))),
        h('div', { class: 'side' }, h('p', { class: 'side-title' }, t('observed')), h('p', { class: 'value', lang: 'ja' }, marked(right, finding.observed)))),
      basisLine(finding));
  };
  const heldFindings = list => h('ul', { class: 'held' }, list.map(finding => h('li', {},
    badge(finding.verdict), ' ', ja('span', { class: 'unit-id' }, finding.function), ' ', ja('span', {}, finding.step),
    h('div', { class: 'held-values' }, t('expected'), '：', ja('span', { class: 'value' }, finding.expected), '　', t('observed'), '：', ja('span', { class: 'value' }, finding.observed)),
    basisLine(finding))));
  const dataTable = rows => rows.length === 0 ? null : h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('step') },
    h('table', { class: 'data', lang: 'ja' }, h('tbody', {}, rows.map((row, at) => h('tr', {}, row.map(value => h(at === 0 && rows.length > 1 ? 'th' : 'td', at === 0 && rows.length > 1 ? { scope: 'col' } : {}, data(value))))))));
  const statusClass = status => status === 'PASSED' ? 'passed' : status === 'SKIPPED' ? 'skipped' : 'failed';
  const stepItem = (step, run, paper) => h('li', { class: 'step step-' + statusClass(step.status) },
    h('div', { class: 'step-line' },
      h('span', { class: 'step-status' }, step.status === 'PASSED' ? '✓' : step.status === 'SKIPPED' ? '–' : '✕', h('span', { class: 'hidden' }, t(step.status))),
      h('span', { class: 'step-text', lang: 'ja' }, h('b', { class: 'keyword' }, data(step.keyword)), ' ', data(step.text)),
      h('span', { class: 'step-time' }, step.status === 'PASSED' ? '' : t(step.status) + ' ', step.durationMs >= 5 ? seconds(step.durationMs) : '')),
    dataTable(step.table),
    step.message ? ja('p', { class: 'message' }, step.message) : null,
    step.evidence.map(evidence => paper ? evidencePaper(evidence) : evidenceItem(evidence)));
  const shot = evidence => {
    const holder = document.getElementById(evidenceId(evidence));
    return holder ? 'data:image/png;base64,' + holder.textContent : null;
  };
  const leftOut = evidence => h('p', { class: 'left-out' }, ja('span', {}, evidence.title), '：', t('leftOut'), h('code', {}, 'evidence/', data(evidence.file)));
  const figure = (evidence, source, zoom) => {
    const image = h('img', { src: source, alt: clean(evidence.title), lang: 'ja' });
    return h('figure', {}, zoom
      ? h('button', { type: 'button', class: 'shot', 'aria-label': t('enlarge') + clean(evidence.title), onclick: () => enlarge(evidence, source) }, image) : image,
    ja('figcaption', {}, evidence.title));
  };
  const evidenceItem = evidence => {
    if (!document.getElementById(evidenceId(evidence))) return leftOut(evidence);
    if (evidence.mediaType === 'image/png') return figure(evidence, shot(evidence), true);
    const box = h('details', { class: 'exchange' }, h('summary', {}, ja('span', {}, evidence.title)));
    box.addEventListener('toggle', async () => {
      if (box.open && box.children.length === 1) box.append(evidenceBody(await load(evidenceId(evidence)), evidence, false));
    });
    return box;
  };
  const evidencePaper = evidence => {
    if (evidence.mediaType === 'image/png') {
      const source = shot(evidence);
      return source ? figure(evidence, source, false) : leftOut(evidence);
    }
    const content = now(evidenceId(evidence));
    return content ? h('div', { class: 'exchange' }, ja('p', { class: 'exchange-title' }, evidence.title), evidenceBody(content, evidence, true)) : leftOut(evidence);
  };
  const evidenceBody = (content, evidence, paper) => {
    const panel = (label, value) => {
      const indented = typeof value === 'string' ? reindent(value) : null;
      const shown = indented ?? value;
      const limited = paper && plain(shown).length > 1500 ? { cut: plain(shown).slice(0, 1500), length: plain(value).length } : shown;
      return h('div', { class: 'panel' },
        h('p', { class: 'side-title' }, label, indented ? h('small', {}, t('indented')) : null),
        h('pre', { tabindex: paper ? null : '0', role: 'region', 'aria-label': `${label} ${clean(evidence.title)}`, lang: 'ja' }, data(limited)));
    };
    if (content && typeof content === 'object' && !('cut' in content)) {
      const screen = content.surface === 'ui';
      return h('div', {},
        content.started ? h('p', { class: 'exchange-time' }, time(plain(content.started)), '　', seconds(content.durationMs ?? 0)) : null,
        h('div', { class: 'versus' },
          panel(t(screen ? 'actions' : 'request'), content.request), panel(t(screen ? 'read' : 'response'), content.response)));
    }
    return panel(t('evidence'), content);
  };
  const scenarioBody = (run, index, detail, paper) => {
    const scenario = run.scenarios[index];
    const level = paper ? 'h5' : 'h4';
    const failing = detail.findings.filter(finding => finding.verdict !== 'conforms');
    const held = detail.findings.filter(finding => finding.verdict === 'conforms');
    return h('div', { class: 'scenario-body' },
      scenario.reason || scenario.cause ? h('p', { class: 'reason' },
        scenario.cause ? [h('b', {}, t('cause')), '：', causeWord(scenario.cause), '　'] : null,
        scenario.rule ? [h('b', {}, t('rule')), '：', data(scenario.rule), ' ', data(ruleOf(run, scenario.rule)?.[language ? 'en' : 'ja'] ?? ''), '　'] : null,
        scenario.reason ? [h('b', {}, t('reason')), '：', ja('span', {}, scenario.reason)] : null) : null,
      detail.earlierAttempts?.length ? [h(level, {}, t('earlierAttempts')), h('ul', {}, detail.earlierAttempts.map(attempt =>
        h('li', {}, t('attempt', number(attempt.attempt + 1)), '：', icon(attempt.verdict), t(attempt.verdict), ' ', ja('span', {}, attempt.reason))))] : null,
      failing.length ? [h(level, {}, t('problems')), failing.map(finding => failingFinding(finding, paper ? 'h6' : 'h5'))] : null,
      held.length === 0 ? null : failing.length && !paper
        ? h('details', { class: 'held-box' }, h('summary', {}, t('held', number(held.length))), heldFindings(held))
        : paper ? null : [h(level, {}, t('checks')), heldFindings(held)],
      h(level, {}, t('steps')),
      h('ol', { class: 'steps' }, detail.steps.map(step => stepItem(step, run, paper))),
      h('dl', { class: 'facts small' },
        fact('id', data(scenario.id)), fact('feature', data(detail.feature), ':', String(detail.line)),
        fact('started', time(detail.started)), fact('duration', seconds(scenario.durationMs)),
        paper ? null : fact('tags', detail.tags.map(tag => [h('span', { class: 'tag' }, data(tag)), ' ']))));
  };

  const worst = list => verdicts.find(verdict => list.includes(verdict)) ?? null;
  const flows = flowsOf({ h, t, ja, data, plain, clean, badge, icon, load, number, worst });

  // ---- the screen ------------------------------------------------------------------------------------------------------
  const app = document.getElementById('app');
  let page;
  const state = { run: 0, unit: '', verdicts: new Set(), driver: '', cause: '', text: '', shown: 100 };
  const clear = () => Object.assign(state, { unit: '', verdicts: new Set(), driver: '', cause: '', text: '', shown: 100 });
  const flowChoice = { flow: '', path: '' };
  let list;
  let live;

  const enlarge = (evidence, source) => {
    const dialog = h('dialog', { class: 'zoom', 'aria-label': clean(evidence.title) },
      h('form', { method: 'dialog' }, h('button', { class: 'button' }, t('close'))),
      h('img', { src: source, alt: clean(evidence.title) }));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  const render = () => {
    document.documentElement.lang = language ? 'en' : 'ja';
    const run = page.runs[state.run];
    document.title = `${t('title')} ${clean(run.run.product)} ${clean(run.run.productVersion)}`;
    app.replaceChildren(...[
      h('a', { class: 'skip', href: '#main', onclick: event => { event.preventDefault(); document.getElementById('main').focus(); } }, t('skip')),
      h('header', { class: 'top' }, h('div', { class: 'inner' },
        h('div', { class: 'title' }, h('p', { class: 'overline' }, t('title')),
          h('h1', { lang: 'ja' }, data(run.run.product), ' ', h('span', { class: 'version' }, data(run.run.productVersion)))),
        h('div', { class: 'tools' },
          h('button', { type: 'button', class: 'button', lang: language ? 'ja' : 'en', id: 'language', onclick: () => { language = 1 - language; render(); document.getElementById('language').focus(); } }, t('switchLanguage')),
          h('button', { type: 'button', class: 'button', onclick: async () => { await prepare(); window.print(); } }, t('print'))))),
      page.runs.length > 1 ? h('nav', { class: 'runs', 'aria-label': t('runs') }, h('ul', { class: 'inner' }, page.runs.map((other, index) =>
        h('li', {}, h('a', { href: `#run=${index}`, 'aria-current': index === state.run ? 'page' : null },
          icon(other.run.verdict), h('span', { class: 'run-role', lang: 'ja' }, data(roleOf(other.run))), h('small', {}, data(other.run.standard), ' · ', data(other.sentence[language]))))))) : null,
      h('main', { id: 'main', tabindex: '-1', class: 'inner' },
        verdictPanel(run), notCertificate(), facts(run), causes(run), differenceSection(run), surfaceSection(run), manualSection(run),
        h('section', { 'aria-labelledby': 'units' },
          h('h2', { id: 'units', tabindex: '-1' }, t(run.functions.length ? 'functionResults' : 'stepResults')),
          h('p', { class: 'hint' }, t(run.functions.length ? 'functionHint' : 'stepHint'), sourceLine(run)),
          unitSection(run)),
        flows.section(run, state.run, flowChoice),
        h('section', { 'aria-labelledby': 'scenarios' },
          h('h2', { id: 'scenarios', tabindex: '-1' }, t('scenarios')),
          filters(run),
          list = h('div', { class: 'list' })),
      ),
      h('footer', {}, h('div', { class: 'inner' }, h('p', {}, t('notCertificateText')), evidenceNote(page.evidence)))].filter(part => part));
    renderList();
  };

  const chosen = { classes: new Set(), verdicts: new Set(), cause: '', text: '', closed: new Set() };
  const clearUnits = () => Object.assign(chosen, { classes: new Set(), verdicts: new Set(), cause: '', text: '' });
  const unitHaystack = unit => unit.haystack ??= [unit.id, unit.name, unit.reason, unit.major, unit.middle, unit.flow].map(plain).join('\n').normalize('NFKC').toLowerCase();
  const chosenUnits = run => {
    const needle = chosen.text.normalize('NFKC').toLowerCase().trim();
    return unitsOf(run).filter(unit => (!chosen.classes.size || chosen.classes.has(unit.class)) && (!chosen.verdicts.size || chosen.verdicts.has(unit.verdict))
      && (!chosen.cause || unit.cause === chosen.cause) && (!needle || unitHaystack(unit).includes(needle)));
  };
  /** The units as a tree, with what narrows it; the numbers above the tree count what is shown. */
  const unitSection = run => {
    const units = unitsOf(run);
    const functions = run.functions.length > 0;
    const place = h('div', {});
    const told = h('p', { class: 'unit-live', role: 'status', 'aria-live': 'polite' });
    const draw = focus => {
      const found = chosenUnits(run);
      const counts = countUnits(found);
      told.textContent = t('unitsShown', number(found.length), number(units.length), number(found.length - counts.notApplicable), number(counts.conforms),
        number(counts.nonconforming), number(counts.inconclusive), number(counts.notVerified), number(counts.notApplicable));
      place.replaceChildren(found.length ? unitTable(run, state.run, true, {
        units: found, closed: chosen.closed,
        toggle: key => { if (!chosen.closed.delete(key)) chosen.closed.add(key); draw(key); },
      }) : h('p', { class: 'none' }, t('noUnits')));
      if (focus !== undefined) [...place.querySelectorAll('[data-branch]')].find(button => button.dataset.branch === focus)?.focus();
    };
    const pick = (set, value, content) => h('label', { class: 'pick' },
      h('input', { type: 'checkbox', checked: set.has(value), onchange: event => { set[event.target.checked ? 'add' : 'delete'](value); draw(); } }), content);
    const kinds = [...new Set(units.map(unit => unit.cause).filter(Boolean))].sort();
    const top = [...new Set(units.map(unit => branchesOf(run, unit)[0]))];
    draw();
    return [h('form', { class: 'unit-filters', 'aria-label': t('unitFilters', t(functions ? 'functionsUnit' : 'stepsUnit'), t(run.run.class)), onsubmit: event => event.preventDefault() },
      h('p', { class: 'unit-filters-title' }, t('unitFilters', t(functions ? 'functionsUnit' : 'stepsUnit'), t(run.run.class))),
      functions ? h('fieldset', {}, h('legend', { class: 'hidden' }, t('requirement')), ['mandatory', 'forbidden', 'optional'].filter(kind => units.some(unit => unit.class === kind)).map(kind =>
        pick(chosen.classes, kind, [h('span', { class: 'class-mark', 'aria-hidden': 'true' }, marks[kind]), t(kind), ' ', h('b', {}, number(units.filter(unit => unit.class === kind).length))]))) : null,
      h('fieldset', {}, h('legend', { class: 'hidden' }, t('verdict')), verdicts.filter(verdict => units.some(unit => unit.verdict === verdict)).map(verdict =>
        pick(chosen.verdicts, verdict, [icon(verdict), t(verdict), ' ', h('b', {}, number(units.filter(unit => unit.verdict === verdict).length))]))),
      h('div', { class: 'unit-fields' },
        h('label', { class: 'field field-wide' }, h('span', {}, t('unitText')), h('input', { type: 'search', value: chosen.text, oninput: event => { chosen.text = event.target.value; draw(); } })),
        kinds.length ? h('label', { class: 'field' }, h('span', {}, t('unitCause')), h('select', { onchange: event => { chosen.cause = event.target.value; draw(); } },
          option('', t('all'), chosen.cause), kinds.map(kind => option(kind, causeWord(kind), chosen.cause)))) : null,
        h('button', { type: 'button', class: 'button', onclick: () => { for (const name of top) chosen.closed.add(name); draw(); } }, t('closeAll')),
        h('button', { type: 'button', class: 'button', onclick: () => { chosen.closed.clear(); draw(); } }, t('openAll')),
        h('button', { type: 'button', class: 'button', onclick: () => { clearUnits(); render(); document.getElementById('units').focus(); } }, t('unitReset'))),
      told), place];
  };

  const option = (value, label, chosen) => h('option', { value, selected: value === chosen }, label);
  const select = (key, chosen, options, change) => {
    const control = h('select', { onchange: event => { change(event.target.value); changed(); } }, option('', t('all'), chosen), options);
    return h('label', { class: 'field' }, h('span', {}, t(key)), control);
  };
  const filters = run => {
    const units = run.functions.length ? run.functions : run.steps;
    const drivers = [...new Set(run.scenarios.map(scenario => plain(scenario.driver)))].sort();
    const kinds = [...new Set(run.scenarios.map(scenario => scenario.cause).filter(Boolean))].sort();
    const search = h('input', { type: 'search', value: state.text, placeholder: t('searchHint'), oninput: event => { state.text = event.target.value; changed(); } });
    const driver = select('driver', state.driver, drivers.map(name => option(name, driverWord(name), state.driver)), value => { state.driver = value; });
    const unit = select(run.functions.length ? 'functionId' : 'stepId', state.unit,
      units.map(one => option(plain(one.id), `${clean(one.id)} ${clean(one.name)}`, state.unit)), value => { state.unit = value; });
    const cause = select('cause', state.cause, kinds.map(kind => option(kind, causeWord(kind), state.cause)), value => { state.cause = value; });
    live = h('p', { class: 'live', role: 'status', 'aria-live': 'polite' });
    return h('form', { class: 'filters', role: 'search', 'aria-label': t('filters'), onsubmit: event => event.preventDefault() },
      h('fieldset', {}, h('legend', {}, t('verdict')), verdicts.map(verdict => {
        const count = run.scenarios.filter(scenario => scenario.verdict === verdict).length;
        return h('label', { class: 'chip' + (count ? '' : ' nil') },
          h('input', { type: 'checkbox', checked: state.verdicts.has(verdict), onchange: event => { state.verdicts[event.target.checked ? 'add' : 'delete'](verdict); changed(); } }),
          icon(verdict), `${t(verdict)} `, h('b', {}, number(count)));
      })),
      h('div', { class: 'fields' },
        h('label', { class: 'field field-wide' }, h('span', {}, t('search')), search), unit, driver, cause,
        h('button', { type: 'button', class: 'button', onclick: () => { clear(); location.hash = `run=${state.run}`; render(); document.getElementById('scenarios').focus(); } }, t('reset'))),
      live);
  };
  let pending;
  const changed = () => { clearTimeout(pending); pending = setTimeout(() => { state.shown = 100; renderList(); }, 80); };
  const haystack = scenario => scenario.haystack ??= [scenario.id, scenario.name, scenario.reason, ...scenario.functions].map(plain).join('\n').normalize('NFKC').toLowerCase();
  const matching = run => {
    const needle = state.text.normalize('NFKC').toLowerCase().trim();
    const result = [];
    run.scenarios.forEach((scenario, index) => {
      if ((!state.verdicts.size || state.verdicts.has(scenario.verdict)) && (!state.driver || plain(scenario.driver) === state.driver)
        && (!state.cause || scenario.cause === state.cause) && (!state.unit || scenario.functions.some(unit => plain(unit) === state.unit))
        && (!needle || haystack(scenario).includes(needle))) result.push(index);
    });
    const rank = index => Math.min(verdicts.indexOf(run.scenarios[index].verdict), 3);
    return result.sort((one, other) => rank(one) - rank(other) || one - other);
  };
  const scenarioHead = (scenario, level) => [
    badge(scenario.verdict),
    h('span', { class: 'head-main' }, h(level, { class: 'head-name', lang: 'ja' }, data(scenario.name)),
      h('span', { class: 'head-units', lang: 'ja' }, scenario.functions.map(unit => [h('span', { class: 'unit-id' }, data(unit)), ' ']),
        scenario.cause && scenario.cause !== 'product' ? h('span', { class: 'head-cause', lang: language ? 'en' : 'ja' }, `${t('cause')}：${causeWord(scenario.cause)}`) : null)),
    h('span', { class: 'head-driver' }, driverWord(scenario.driver)),
    h('span', { class: 'head-time' }, seconds(scenario.durationMs)),
  ];
  const scenarioItem = (run, index) => {
    const scenario = run.scenarios[index];
    const box = h('details', { class: 'scenario scenario-' + scenario.verdict, id: `scenario-${index}` }, h('summary', {}, scenarioHead(scenario, 'h3')));
    box.addEventListener('toggle', () => { if (box.open) open(box, run, index); });
    return box;
  };
  const open = async (box, run, index) => {
    if (box.children.length > 1) return;
    const place = h('div', { class: 'opening' }, t('opening'));
    box.append(place);
    const detail = await detailOf(page.runs.indexOf(run), index);
    const body = scenarioBody(run, index, detail, false);
    body.append(h('p', {}, h('a', { href: `#run=${page.runs.indexOf(run)}&scenario=${encodeURIComponent(plain(run.scenarios[index].id))}&driver=${encodeURIComponent(plain(run.scenarios[index].driver))}` }, t('link'))));
    place.replaceWith(body);
  };
  const renderList = () => {
    const run = page.runs[state.run];
    const found = matching(run);
    live.textContent = t('filtered', number(found.length), number(run.scenarios.length));
    const items = found.slice(0, state.shown).map(index => scenarioItem(run, index));
    const left = found.length - items.length;
    list.replaceChildren(...items, ...(found.length ? [] : [h('p', { class: 'none' }, t('none'))]),
      ...(left > 0 ? [h('p', { class: 'more' }, h('button', {
        type: 'button', class: 'button', onclick: () => {
          const from = state.shown;
          state.shown += 200;
          renderList();
          list.children[from].firstChild.focus();
        },
      }, t('more', number(Math.min(left, 200)), number(left))))] : []));
  };

  /** Follows the address: #run=0&function=…, #run=0&scenario=…&driver=…, #lang=en. */
  const follow = async first => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.get('lang')) language = asked.get('lang') === 'en' ? 1 : 0;
    const unit = asked.get('function');
    const scenario = asked.get('scenario');
    let runIndex = asked.has('run') ? Number(asked.get('run')) : state.run;
    if (!asked.has('run') && (unit || scenario)) {
      const holder = page.runs.findIndex(run => scenario ? run.scenarios.some(one => plain(one.id) === scenario)
        : [...run.functions, ...run.steps].some(one => plain(one.id) === unit));
      if (holder >= 0) runIndex = holder;
    }
    if (!page.runs[runIndex]) runIndex = 0;
    const otherRun = runIndex !== state.run;
    if (otherRun) { clear(); clearUnits(); chosen.closed.clear(); state.run = runIndex; }
    if (unit) { clear(); state.unit = unit; }
    if (scenario) clear();
    if (first || otherRun || unit || scenario) render();
    if (otherRun && !first && !unit && !scenario) { scrollTo(0, 0); document.getElementById('main').focus({ preventScroll: true }); }
    if (unit) { document.getElementById('scenarios').focus({ preventScroll: true }); document.getElementById('scenarios').scrollIntoView(); }
    if (scenario) {
      const run = page.runs[state.run];
      const driver = asked.get('driver');
      const index = run.scenarios.findIndex(one => plain(one.id) === scenario && (!driver || plain(one.driver) === driver));
      if (index < 0) return;
      const place = matching(run).indexOf(index);
      if (place >= state.shown) { state.shown = place + 1; renderList(); }
      const box = document.getElementById(`scenario-${index}`);
      box.open = true;
      await open(box, run, index);
      box.firstChild.focus({ preventScroll: true });
      box.scrollIntoView();
    }
  };

  // ---- paper -----------------------------------------------------------------------------------------------------------
  /** Unpacks what paper shows in full, because printing itself cannot wait. */
  const prepare = async () => {
    for (const [runIndex, run] of page.runs.entries()) {
      await flows.prepare(run, runIndex);
      for (const [index, scenario] of run.scenarios.entries()) {
        if (!fails(scenario.verdict)) continue;
        const detail = await detailOf(runIndex, index);
        for (const step of detail.steps)
          for (const evidence of step.evidence) if (evidence.mediaType !== 'image/png') await load(evidenceId(evidence));
      }
    }
  };
  const paper = () => {
    document.getElementById('print').replaceChildren(...page.runs.map((run, runIndex) => {
      const failing = run.scenarios.map((_, index) => index).filter(index => fails(run.scenarios[index].verdict));
      return h('div', { class: 'paper' },
        h('p', { class: 'overline' }, t('title')),
        h('h1', { lang: 'ja' }, data(run.run.product), ' ', data(run.run.productVersion)),
        verdictPanel(run), notCertificate(), facts(run), causes(run), differenceSection(run), surfaceSection(run), manualSection(run),
        h('h2', {}, t(run.functions.length ? 'functionResults' : 'stepResults')), sharedSource(run) ? h('p', { class: 'hint' }, sourceLine(run)) : null, unitTable(run, runIndex, false),
        run.flows?.length ? [h('h2', {}, t('flows')), flows.paper(run, runIndex)] : null,
        failing.length ? h('h2', {}, t('failing')) : null,
        failing.map(index => {
          const detail = detailNow(runIndex, index);
          return h('section', { class: 'paper-scenario' }, h('div', { class: 'paper-head' }, scenarioHead(run.scenarios[index], 'h3')),
            detail ? scenarioBody(run, index, detail, true) : null);
        }),
        h('h2', {}, t('allScenarios')),
        h('table', { class: 'paper-list' },
          h('thead', {}, h('tr', {}, ['verdict', 'name', run.functions.length ? 'functionId' : 'stepId', 'driver', 'id'].map(key => h('th', { scope: 'col' }, t(key))))),
          h('tbody', {}, run.scenarios.map(scenario => h('tr', {}, h('td', {}, badge(scenario.verdict)), ja('td', {}, scenario.name),
            h('td', { lang: 'ja' }, scenario.functions.map(unit => [data(unit), ' '])), h('td', {}, driverWord(scenario.driver)), ja('td', { class: 'paper-id' }, scenario.id))))),
        evidenceNote(page.evidence));
    }));
  };

  const start = async () => {
    page = await load('data');
    language = page.language === 'en' ? 1 : 0;
    await follow(true);
    document.body.dataset.ready = 'true';
    addEventListener('hashchange', () => follow(false));
    addEventListener('beforeprint', paper);
    addEventListener('afterprint', () => document.getElementById('print').replaceChildren());
    const whenIdle = window.requestIdleCallback ?? (work => setTimeout(work, 500));
    whenIdle(async () => { await prepare(); document.body.dataset.printable = 'true'; });
  };
  start().catch(trouble => { app.replaceChildren(h('p', { class: 'warning' }, t('broken'), ' ', String(trouble))); });
})();
