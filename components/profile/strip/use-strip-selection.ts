import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import { snappedSpan } from '@/lib/profile/range/profile-periods';
import type { Span } from '@/lib/time/range';

/** Less movement than this is a click. */
const LEAST_PX = 6;

type StripChoiceOptions = {
  shown: Span;
  /** Starts of existing profiles, oldest first, and how long each is. */
  starts: readonly number[];
  length: number;
  /** The page's range, where keys begin. */
  span: Span;
  onPick(span: Span): void;
};

type Drawn = { x: number; from: number; to: number; moved: boolean };

/** Choosing profiles of a strip: a click or tap takes one, drawing over several takes them all, keys do both. */
export function useStripChoice({ shown, starts, length, span, onPick }: StripChoiceOptions) {
  const [pointed, setPointed] = useState<number>();
  const [drawn, setDrawn] = useState<Drawn>();
  const [keyed, setKeyed] = useState<{ anchor: number; head: number }>();

  const instantOf = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return shown.from + share * (shown.to - shown.from);
  };
  const under = (instant: number) => starts.findLast((at) => at <= instant && instant < at + length);
  const one = (start: number) => ({ from: start, to: start + length });

  const pointer = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = instantOf(event);
      setDrawn({ x: event.clientX, from: at, to: at, moved: false });
    },
    onPointerMove(event: PointerEvent) {
      const at = instantOf(event);
      setPointed(under(at));
      if (!drawn) return;
      setDrawn({ ...drawn, to: at, moved: drawn.moved || Math.abs(event.clientX - drawn.x) >= LEAST_PX });
    },
    onPointerUp(event: PointerEvent) {
      setDrawn(undefined);
      const start = under(instantOf(event));
      if (drawn?.moved) onPick(snappedSpan(drawn.from, drawn.to, length));
      else if (drawn && start !== undefined) onPick(one(start));
    },
    onPointerCancel: () => setDrawn(undefined),
    onPointerLeave: () => setPointed(undefined),
  };

  const inRange = starts.findLastIndex((at) => at < span.to);
  const index = keyed ? starts.indexOf(keyed.head) : Math.max(0, inRange);
  const between = keyed && {
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
      onPick(between ?? one(starts[index]));
    } else if (event.key === 'Escape' && keyed) setKeyed(undefined);
    else return;
    event.preventDefault();
  };

  return {
    pointer,
    onKeyDown,
    onBlur: () => setKeyed(undefined),
    /** The place of the profile that keys stand on. */
    index,
    /** The profiles that are about to be taken. */
    taking: drawn?.moved ? snappedSpan(drawn.from, drawn.to, length) : between,
    /** The profile under the pointer. */
    pointed: pointed === undefined ? undefined : one(pointed),
  };
}
