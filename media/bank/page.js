// Tells the extension which story was chosen, and keeps the place when the page is drawn anew.
const host = acquireVsCodeApi();
const choices = '[data-story], [data-shape]';

function choose(event) {
  const chosen = event.target.closest(choices);
  if (!chosen || (event.type === 'keydown' && event.key !== 'Enter')) return;
  event.preventDefault();
  const { story, framing, shape } = chosen.dataset;
  host.postMessage({ story, framing, shape });
}

for (const element of document.querySelectorAll(choices)) {
  if (element.matches('a, button')) continue;
  element.tabIndex = 0;
  element.setAttribute('role', 'link');
}
document.addEventListener('click', choose);
document.addEventListener('keydown', choose);

const { across = 0, down = 0 } = host.getState() ?? {};
scrollTo(across, down);
addEventListener('scroll', () => host.setState({ across: scrollX, down: scrollY }), { passive: true });
