'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fitView, isWhole, parseView, viewText } from '@/lib/canary/plot/view';
import type { Span } from '@/lib/time/range';

/** Wheels and keys send many small moves; the URL gets the last one. */
const COMMIT_AFTER_MS = 250;

export type TimelineView = {
  view: Span;
  isWhole: boolean;
  /** Moves at once, and soon in the URL. */
  move(view: Span): void;
  /** Moves at once, also in the URL, as a new entry of the history. */
  set(view: Span): void;
  /** Makes a part the range of the page, which is then shown whole. */
  pick(view: Span): void;
};

/** The part of the range that a timeline shows. `text` is the URL's; `onText` changes it. */
export function useTimelineView(
  range: Span,
  text: string | null,
  onText: (text: string | null, history: 'push' | 'replace') => void,
  onPick: (view: Span) => void,
): TimelineView {
  const [moving, setMoving] = useState<Span>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const view = useMemo(() => fitView(moving ?? parseView(text ?? '') ?? range, range), [moving, text, range]);
  const write = useRef(onText);
  useEffect(() => {
    write.current = onText;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const commit = useCallback(
    (to: Span, history: 'push' | 'replace') => {
      clearTimeout(timer.current);
      write.current(isWhole(to, range) ? null : viewText(to), history);
      setMoving(undefined);
    },
    [range],
  );
  const move = useCallback(
    (to: Span) => {
      setMoving(to);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => commit(to, 'replace'), COMMIT_AFTER_MS);
    },
    [commit],
  );
  const set = useCallback((to: Span) => commit(fitView(to, range), 'push'), [commit, range]);
  const pick = (to: Span) => {
    clearTimeout(timer.current);
    setMoving(undefined);
    onPick(to);
  };
  return { view, isWhole: isWhole(view, range), move, set, pick };
}
