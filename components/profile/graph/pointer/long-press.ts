/** A press is long after this time, unless it moves further than this and becomes a scroll. */
const LONG_PRESS_MS = 500;
const MAX_MOVEMENT_PX = 10;

/**
 * Dispatches `contextmenu` on a long press, for browsers that don't do so themselves (iOS), and swallows the click that
 * would follow. Returns a function that stops it.
 */
export function menuOnLongPress(element: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  let isLongPress = false;
  const cancel = () => clearTimeout(timer);
  const down = ({ pointerType, isPrimary, target, clientX, clientY }: PointerEvent) => {
    cancel();
    isLongPress = false;
    if (pointerType !== 'touch' || !isPrimary) return;
    start = { x: clientX, y: clientY };
    timer = setTimeout(() => {
      isLongPress = true;
      const at = { bubbles: true, cancelable: true, clientX, clientY };
      target?.dispatchEvent(new MouseEvent('contextmenu', at));
    }, LONG_PRESS_MS);
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - start.x, clientY - start.y) > MAX_MOVEMENT_PX) cancel();
  };
  const swallow = (event: Event) => {
    if (!isLongPress) return;
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  for (const end of ['pointerup', 'pointercancel', 'contextmenu'])
    element.addEventListener(end, cancel, { signal });
  // The end of the touch would become a mouse press and a click, which close the menu and zoom.
  for (const after of ['touchend', 'click'])
    element.addEventListener(after, swallow, { capture: true, signal });
  return () => {
    cancel();
    listeners.abort();
  };
}
