'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { crosshairMode, nextCrosshairMode, setCrosshairMode } from '@/components/range/plot/crosshair-mode';
import { plotState, toggleLock } from '@/components/range/plot/plot-state';
import { useRange } from '@/components/range/use-range';
import { useRangeHref } from '@/components/range/use-range-href';
import { showToast } from '@/components/toast/toasts';
import { SECOND } from '@/lib/time/duration';
import { CROSSHAIR_LABELS } from './crosshair-menu';
import { pageSearch } from './page-search';
import { PAGES } from './pages';
import { RANGE_PICKER_ID } from './range-picker';
import { rangeStep, widenedRange } from './range-steps';
import { useHasRange } from './use-has-range';
import { useRefresh } from './use-refresh';

const SEQUENCE_MS = 1.5 * SECOND;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Focuses the search of the page and selects its text. */
function focusSearch(): (() => void) | undefined {
  const search = pageSearch();
  if (!search || document.querySelector('[role="dialog"]')) return undefined;
  return () => {
    search.focus();
    search.select();
  };
}

/** The app's shortcuts: /, t, r, [, ], z, x, l, g and a page's letter, ?. Ignored while typing and with a modifier. */
export function useShellKeys(onHelp: () => void): void {
  const range = useRange();
  const hasRange = useHasRange();
  const router = useRouter();
  const href = useRangeHref();
  const { refresh } = useRefresh();
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const act = (event: KeyboardEvent): (() => void) | undefined => {
      if (event.timeStamp - goPressedAt.current < SEQUENCE_MS) {
        goPressedAt.current = Number.NEGATIVE_INFINITY;
        const page = PAGES.find(({ key }) => key === event.key);
        if (page) return () => router.push(href(page.path));
      }
      switch (event.key) {
        case 'g':
          return () => {
            goPressedAt.current = event.timeStamp;
          };
        case '/':
          return focusSearch();
        case 't':
          return () => document.getElementById(RANGE_PICKER_ID)?.click();
        case 'r':
          return refresh;
        case '[':
          return hasRange ? rangeStep(range, -1) : undefined;
        case ']':
          return hasRange ? rangeStep(range, 1) : undefined;
        case 'z':
          return hasRange ? widenedRange(range) : undefined;
        case 'ArrowLeft':
        case 'ArrowRight':
          // Elsewhere they belong to what has the focus.
          return hasRange && event.target === document.body && !event.shiftKey
            ? rangeStep(range, event.key === 'ArrowLeft' ? -1 : 1)
            : undefined;
        case 'x':
          return () => {
            const mode = nextCrosshairMode(crosshairMode());
            setCrosshairMode(mode);
            void showToast({
              id: 'crosshair',
              message: `Crosshair: ${CROSSHAIR_LABELS[mode].toLowerCase()}`,
            });
          };
        case 'l':
          return () => toggleLock();
        case 'Escape':
          return plotState().isLocked && !isAnythingOpen() ? () => toggleLock() : undefined;
        case '?':
          return onHelp;
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const action = act(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

/** Whether a dialog, menu or list is open, which Escape closes first. Closed ones can be in the page too, without a box. */
const isAnythingOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some(
    (each) => each.getClientRects().length > 0,
  );
