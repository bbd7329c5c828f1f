import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { instantAt, type PlotAxis } from '@/components/range/plot/plot-axis';
import { usePlotPointer } from '@/components/range/plot/use-plot-pointer';
import { snappedSpan } from '@/lib/profile/range/profile-periods';
import type { Span } from '@/lib/time/range';

type StripSelectionOptions = {
  axis: PlotAxis;
  /** Starts of existing profiles, oldest first. */
  starts: readonly number[];
  /** Milliseconds that each profile covers. */
  length: number;
  /** The page's range, where the keys start. */
  span: Span;
  /** What a selection has in it. */
  noteOf(span: Span): string;
  onPick(span: Span): void;
};

/** Selection of profiles in a strip: a click or tap picks one, dragging picks several, keys do both. */
export function useStripSelection(options: StripSelectionOptions) {
  const { axis, starts, length, span, noteOf, onPick } = options;
  const [hovered, setHovered] = useState<number>();
  const [keyed, setKeyed] = useState<{ anchor: number; head: number }>();

  const profileAt = (instant: number) => starts.findLast((at) => at <= instant && instant < at + length);
  const spanOf = (start: number) => ({ from: start, to: start + length });
  const startAt = ({ currentTarget, clientX }: PointerEvent) =>
    profileAt(instantAt(axis, currentTarget.getBoundingClientRect(), clientX));

  const pointer = usePlotPointer(axis, {
    snap: ({ from, to }) => snappedSpan(from, to, length),
    noteOf,
    onPick,
    onPoint: (event) => setHovered(startAt(event)),
    onAway: () => setHovered(undefined),
    onClick(event) {
      const start = startAt(event);
      if (start !== undefined) onPick(spanOf(start));
      return start !== undefined;
    },
  });

  const inRange = starts.findLastIndex((at) => at < span.to);
  const index = keyed ? starts.indexOf(keyed.head) : Math.max(0, inRange);
  const keyedSpan = keyed && {
    from: Math.min(keyed.anchor, keyed.head),
    to: Math.max(keyed.anchor, keyed.head) + length,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = {
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      PageDown: index - 12,
      PageUp: index + 12,
      Home: 0,
      End: starts.length - 1,
    }[event.key];
    const head = next === undefined ? undefined : starts[Math.min(starts.length - 1, Math.max(0, next))];
    if (head !== undefined) {
      const anchor = keyed?.anchor ?? starts[index] ?? head;
      setKeyed({ anchor: event.shiftKey ? anchor : head, head });
    } else if ((event.key === 'Enter' || event.key === ' ') && starts[index] !== undefined) {
      onPick(keyedSpan ?? spanOf(starts[index]));
    } else if (event.key === 'Escape' && keyed) setKeyed(undefined);
    else return;
    event.preventDefault();
  };

  return {
    pointer,
    onKeyDown,
    onBlur: () => setKeyed(undefined),
    /** Index of the profile that the keys are at. */
    index,
    /** The profiles that the keys have selected. */
    selected: keyedSpan,
    /** The profile under the pointer. */
    hovered: hovered === undefined ? undefined : spanOf(hovered),
  };
}
