// Reads what a person (or a screen reader) finds on the page: fields and buttons by their accessible names, tables, messages.
// Elements that can be acted on get a number in the attribute data-conformance. With {mark: true} it only remembers which
// messages and tables are there, so that the next reading can tell new ones.
(options) => {
  const memory = (window.__conformance ??= { next: 1, seen: new WeakMap() });
  // White space as HTML collapses it; the ideographic space (U+3000) is content.
  const plain = s => (s ?? '').replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, '');
  const visible = e => e.checkVisibility ? e.checkVisibility({ visibilityProperty: true }) : e.getClientRects().length > 0;
  const all = (root, selector) => {
    const found = [...root.querySelectorAll(selector)];
    for (const e of root.querySelectorAll('*')) if (e.shadowRoot) found.push(...all(e.shadowRoot, selector));
    return found;
  };
  const MESSAGES = '[role=alert],[role=alertdialog],[role=status],output';
  const TABLES = 'table,dl,[role=table],[role=grid]';
  if (options.mark) {
    for (const e of all(document, MESSAGES + ',' + TABLES)) memory.seen.set(e, e.textContent);
    return '';
  }

  const CONTROLS = 'input,select,textarea,button,script,style,datalist';
  const own = e => {
    if (!e.querySelector(CONTROLS)) return plain(e.textContent);
    const copy = e.cloneNode(true);
    copy.querySelectorAll(CONTROLS).forEach(c => c.remove());
    return plain(copy.textContent);
  };
  const byIds = (e, name) => plain((e.getAttribute(name) ?? '').split(/\s+/).filter(i => i)
    .map(i => e.getRootNode().getElementById?.(i)?.textContent ?? '').join(' '));
  const beside = e => {
    const cell = e.closest('td,dd');
    for (let p = cell?.previousElementSibling; p; p = p.previousElementSibling) {
      if (p.matches('th,dt')) return own(p);
      if (cell.matches('td') && p.matches('td') && p.querySelector(CONTROLS)) break;
    }
    return '';
  };
  const labelled = e => byIds(e, 'aria-labelledby') || plain(e.getAttribute('aria-label')) || plain([...(e.labels ?? [])].map(own).join(' '));
  const groupOf = e => {
    const g = e.closest('fieldset,[role=group],[role=radiogroup]');
    if (g) return byIds(g, 'aria-labelledby') || plain(g.getAttribute('aria-label')) || (g.querySelector(':scope > legend') ? own(g.querySelector(':scope > legend')) : '');
    return beside(e);
  };
  const number = e => {
    let n = e.getAttribute('data-conformance');
    if (!n) { n = String(memory.next++); e.setAttribute('data-conformance', n); }
    return n;
  };

  const fields = all(document, 'input,select,textarea,[contenteditable=true],[role=textbox]')
    .filter(e => !(e.matches('input') && ['hidden', 'submit', 'button', 'image', 'reset'].includes(e.type)))
    .filter(e => visible(e) || (e.matches('input[type=radio],input[type=checkbox]') && [...(e.labels ?? [])].some(visible)))
    .map(e => {
      const type = e.matches('select') ? 'select' : e.matches('textarea') ? 'textarea' : e.matches('input') ? e.type : 'text';
      const choice = type === 'radio' || type === 'checkbox';
      return {
        id: number(e), label: labelled(e) || (choice ? '' : beside(e)) || plain(e.title) || plain(e.placeholder), group: choice ? groupOf(e) : '',
        type, value: choice ? e.value : type === 'select' ? plain(e.selectedOptions[0]?.textContent) : (e.value ?? e.textContent), checked: !!e.checked,
        options: type === 'select' ? [...e.options].map(o => plain(o.textContent)) : [], values: type === 'select' ? [...e.options].map(o => o.value) : [],
        locked: !!(e.disabled || e.readOnly), limit: e.maxLength > 0 ? e.maxLength : 0,
        complaint: e.willValidate && !e.checkValidity() ? e.validationMessage || 'invalid' : '',
      };
    });

  const ACTIONS = 'a[href],a[onclick],button,input[type=submit],input[type=button],input[type=image],summary,[role=button],[role=link],[role=menuitem],[role=tab]';
  const actionElements = all(document, ACTIONS).filter(visible);
  const actions = actionElements.map(e => ({
    id: number(e),
    name: byIds(e, 'aria-labelledby') || plain(e.getAttribute('aria-label')) || (e.matches('input') ? plain(e.value || e.alt) : plain(e.textContent) || plain(e.querySelector('img')?.alt)) || plain(e.title),
    link: e.matches('a,[role=link]'), menu: !!e.closest('nav,header,[role=navigation],[role=menu],[role=menubar],[role=tablist]'),
    href: e.matches('a[href]') && /^https?:/.test(e.href) && !e.getAttribute('href').startsWith('#') && !e.hasAttribute('onclick') && !e.target ? e.href : '',
    form: e.form ? number(e.form) : '',
    bare: !!e.form && ![...e.form.elements].some(c => c.matches('input:not([type=hidden],[type=submit],[type=button],[type=image]),select,textarea')),
    locked: !!e.disabled || e.getAttribute('aria-disabled') === 'true',
  }));

  const shown = cell => {
    const control = cell.querySelector('input:not([type=hidden]),select,textarea');
    if (control) return control.matches('select') ? plain(control.selectedOptions[0]?.textContent) : control.matches('[type=checkbox],[type=radio]') ? plain(cell.textContent) : control.value;
    return plain(cell.textContent);
  };
  const headings = all(document, 'h1,h2,h3,h4,h5,h6,legend,figcaption,' + TABLES);
  const tables = [];
  let heading = '';
  for (const e of headings) {
    if (!e.matches(TABLES)) { if (!e.closest(TABLES) && visible(e)) heading = plain(e.textContent); continue; }
    if (!visible(e) || e.matches('[role=presentation],[role=none]')) continue;
    const caption = byIds(e, 'aria-labelledby') || plain(e.getAttribute('aria-label')) || (e.caption ? plain(e.caption.textContent) : '');
    let rows;
    if (e.matches('dl')) {
      rows = [{ cells: [...e.querySelectorAll('dt,dd')].map(c => ({ text: shown(c), head: c.matches('dt'), span: 1 })), actions: [] }];
    } else {
      const lines = e.matches('table') ? [...e.rows] : all(e, '[role=row]');
      if (e.matches('table') && !caption && e.querySelector('table')) continue;
      rows = lines.filter(visible).map(r => {
        const cells = r.cells ? [...r.cells] : [...r.querySelectorAll('[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]')];
        return {
          cells: cells.map(c => ({ text: shown(c), head: c.matches('th,[role=columnheader],[role=rowheader]'), span: c.colSpan ?? 1 })),
          actions: actionElements.filter(a => r.contains(a)).map(number),
        };
      });
    }
    tables.push({ id: number(e), caption, heading, fresh: memory.seen.get(e) !== e.textContent, rows });
  }

  const messages = all(document, MESSAGES).filter(visible).map(e => ({
    id: number(e),
    role: e.matches('output') ? 'status' : e.getAttribute('role') === 'alertdialog' ? 'alert' : e.getAttribute('role'),
    text: plain(e.textContent), parts: [...e.querySelectorAll('li')].filter(l => !l.querySelector('li')).map(l => plain(l.textContent)).filter(t => t),
    fresh: memory.seen.get(e) !== e.textContent,
  })).filter(m => m.text);

  return JSON.stringify({
    title: plain(document.title), top: plain(document.querySelector('h1')?.textContent), url: location.href, document: String(performance.timeOrigin),
    ready: document.readyState !== 'loading', text: document.body?.innerText ?? '', fields, actions, tables, messages,
  });
}
