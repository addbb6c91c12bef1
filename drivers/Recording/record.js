// Tells what a person does on a page: the page as screen.js (read) reads it at that moment, and which element was acted on. Nothing that is typed into a
// password field leaves the page.
(read => {
  // Of the document: a window that another opens keeps its properties when its first, empty document is replaced.
  if (document.__conformanceListens) return;
  document.__conformanceListens = true;
  const ACTIONS = 'a[href],a[onclick],button,input[type=submit],input[type=button],input[type=image],summary,[role=button],[role=link],[role=menuitem],[role=tab]';
  const FIELDS = 'input,select,textarea,[contenteditable=true],[role=textbox]';
  const RESULTS = '[role=alert],[role=alertdialog],[role=status],output,table,dl,[role=table],[role=grid]';
  const tell = (kind, element) => {
    const screen = JSON.parse(read({ mark: false }));
    for (const field of screen.fields) if (field.type === 'password') field.value = '';
    window.__conformanceHears(JSON.stringify({ kind, id: element?.getAttribute('data-conformance') ?? '', text: kind === 'mark' ? (element?.textContent ?? '').trim().slice(0, 200) : '', screen }));
  };
  const within = (event, selector) => event.composedPath().find(e => e instanceof Element && e.matches(selector));
  // What the page's own scripts set off is nobody's doing; only a choice from a list is often passed on by what draws the list.
  const after = (name, act) => document.addEventListener(name, event => { if (event.isTrusted || (name === 'change' && event.target.matches?.('select'))) act(event); }, true);
  const opened = () => tell('open', null);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', opened, { once: true }); else opened();
  after('change', event => { const field = within(event, FIELDS); if (field) tell('enter', field); });
  after('focusout', event => { const field = within(event, '[contenteditable=true],[role=textbox]:not(input):not(textarea)'); if (field) tell('enter', field); });
  after('click', event => {
    if (event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      read({ mark: false });
      tell('mark', within(event, RESULTS) ?? event.target);
      return;
    }
    const action = within(event, ACTIONS);
    if (action && !action.disabled) { read({ mark: false }); tell('press', action); }
  });
  after('submit', event => { if (!event.submitter) tell('submit', event.target); });
})
