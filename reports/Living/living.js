'use strict';
(() => {
  const unpack = async id => {
    const binary = atob(document.getElementById(id).textContent);
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
    return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text());
  };
  const draw = async box => {
    const place = box.querySelector('.flow-canvas');
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(await unpack(box.dataset.drawing));
    const canvas = viewer.get('canvas');
    const inner = canvas.viewbox().inner;
    const scale = Math.max(0.5, Math.min(1, box.clientWidth / (inner.width + 32)));
    place.style.width = `${Math.ceil((inner.width + 32) * scale)}px`;
    place.style.height = `${Math.ceil((inner.height + 32) * scale) + 40}px`;
    canvas.resized();
    canvas.viewbox({ x: inner.x - 16, y: inner.y - 16, width: inner.width + 32, height: inner.height + 32 + 40 / scale });
    place.dataset.drawn = 'true';
  };
  for (const box of document.querySelectorAll('.living-flow')) {
    box.addEventListener('toggle', () => {
      if (box.open && !box.dataset.opened) {
        box.dataset.opened = 'true';
        draw(box).catch(trouble => box.querySelector('.flow-canvas').replaceChildren(String(trouble.message ?? trouble)));
      }
    });
  }
  // A link to a closed part opens it.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener('hashchange', follow);
  follow();
})();
