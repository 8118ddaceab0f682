// Tells the extension which place was chosen.
const host = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-place]');
  if (!chosen) return;
  event.preventDefault();
  host.postMessage({ place: Number(chosen.dataset.place) });
});
