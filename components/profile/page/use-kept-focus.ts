'use client';

import { type RefObject, useEffect } from 'react';

/** What takes the keyboard focus over: the first of these that exists. */
const TAKES_OVER = ['[role="application"]', '[role="radiogroup"] input:checked'];

/**
 * Moves the keyboard focus to the graph, else to the view control, when the button that was just pressed by a key disappears with the
 * note that it was in.
 */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const container = ref.current;
    if (!container) return;
    let pressed: Element | undefined;
    const onClick = (event: MouseEvent) => {
      const isByKey = event.detail === 0;
      pressed = (isByKey && event.target instanceof Element && event.target.closest('button')) || undefined;
    };
    const onFocus = (event: FocusEvent) => {
      if (event.target !== pressed) pressed = undefined;
    };
    const observer = new MutationObserver(() => {
      if (!pressed || pressed.isConnected) return;
      pressed = undefined;
      if (document.activeElement !== document.body) return;
      const next = TAKES_OVER.map((each) => container.querySelector<HTMLElement>(each)).find(Boolean);
      next?.focus({ preventScroll: true });
    });
    observer.observe(container, { childList: true, subtree: true });
    container.addEventListener('click', onClick, true);
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      container.removeEventListener('click', onClick, true);
      document.removeEventListener('focusin', onFocus);
    };
  }, [ref]);
}
