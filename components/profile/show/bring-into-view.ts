/** A graph whose top is below this part of the window counts as out of view. */
const LOWEST_TOP = 0.6;

/** Calls once with the panel and its first interactive graph, now or as soon as they exist. Returns a function that stops waiting. */
export function whenGraphExists(onFound: (panel: HTMLElement, graph: HTMLElement) => void): () => void {
  const find = () => {
    const panel = document.getElementById('flame-graph');
    const graph = panel?.querySelector<HTMLElement>('[role="application"]');
    if (!panel || !graph) return false;
    onFound(panel, graph);
    return true;
  };
  if (find()) return () => {};
  const observer = new MutationObserver(() => find() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Moves the keyboard focus to a graph. If it is out of view, scrolls to its panel, or to a graph far below the panel’s top. */
export function bringIntoView(panel: HTMLElement, graph: HTMLElement): void {
  graph.focus({ preventScroll: true });
  const { top } = graph.getBoundingClientRect();
  const lowest = window.innerHeight * LOWEST_TOP;
  if (top >= 0 && top <= lowest) return;
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isNearTop = top - panel.getBoundingClientRect().top <= lowest;
  (isNearTop ? panel : graph).scrollIntoView({ behavior: isStill ? 'auto' : 'smooth', block: 'start' });
}
