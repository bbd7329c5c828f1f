/** A finger that stays so long presses long; one that moves so many pixels scrolls. */
const LONG_MS = 500;
const MOST_MOVED_PX = 10;

/**
 * Asks for the menu where a finger rests on an element, in browsers that have no such event of their own (iOS): a
 * `contextmenu` event. Swallows the click that would follow. Returns what ends it.
 */
export function menuOnLongPress(element: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let began = { x: 0, y: 0 };
  let pressed = false;
  const stop = () => clearTimeout(timer);
  const down = ({ pointerType, isPrimary, target, clientX, clientY }: PointerEvent) => {
    stop();
    pressed = false;
    if (pointerType !== 'touch' || !isPrimary) return;
    began = { x: clientX, y: clientY };
    timer = setTimeout(() => {
      pressed = true;
      const at = { bubbles: true, cancelable: true, clientX, clientY };
      target?.dispatchEvent(new MouseEvent('contextmenu', at));
    }, LONG_MS);
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - began.x, clientY - began.y) > MOST_MOVED_PX) stop();
  };
  const swallow = (event: Event) => {
    if (!pressed) return;
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  for (const over of ['pointerup', 'pointercancel', 'contextmenu'])
    element.addEventListener(over, stop, { signal });
  // The end of the touch would be a mouse's press and click, which close a menu and zoom.
  for (const after of ['touchend', 'click'])
    element.addEventListener(after, swallow, { capture: true, signal });
  return () => {
    stop();
    listeners.abort();
  };
}
