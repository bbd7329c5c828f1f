/** Maximum wait, for a page that the browser doesn't paint because nobody sees it. */
const MAX_WAIT_MS = 200;

/** Calls back when the browser has painted what has changed until now. Returns a function that cancels this. */
export function afterPaint(callback: () => void): () => void {
  let timer = setTimeout(callback, MAX_WAIT_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
