import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import { snappedSpan } from '@/lib/profile/range/profile-periods';
import type { Span } from '@/lib/time/range';

/** Less movement is a click. */
const MIN_DRAG_PX = 6;

type StripSelectionOptions = {
  shown: Span;
  /** Starts of existing profiles, oldest first. */
  starts: readonly number[];
  /** Milliseconds that each profile covers. */
  length: number;
  /** The page's range, where the keys start. */
  span: Span;
  onPick(span: Span): void;
};

type Drag = { x: number; from: number; to: number; moved: boolean };

/** Selection of profiles in a strip: a click or tap picks one, dragging picks several, keys do both. */
export function useStripSelection({ shown, starts, length, span, onPick }: StripSelectionOptions) {
  const [hovered, setHovered] = useState<number>();
  const [drag, setDrag] = useState<Drag>();
  const [keyed, setKeyed] = useState<{ anchor: number; head: number }>();

  const instantOf = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return shown.from + share * (shown.to - shown.from);
  };
  const profileAt = (instant: number) => starts.findLast((at) => at <= instant && instant < at + length);
  const spanOf = (start: number) => ({ from: start, to: start + length });

  const pointer = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = instantOf(event);
      setDrag({ x: event.clientX, from: at, to: at, moved: false });
    },
    onPointerMove(event: PointerEvent) {
      const at = instantOf(event);
      setHovered(profileAt(at));
      if (!drag) return;
      setDrag({ ...drag, to: at, moved: drag.moved || Math.abs(event.clientX - drag.x) >= MIN_DRAG_PX });
    },
    onPointerUp(event: PointerEvent) {
      setDrag(undefined);
      const start = profileAt(instantOf(event));
      if (drag?.moved) onPick(snappedSpan(drag.from, drag.to, length));
      else if (drag && start !== undefined) onPick(spanOf(start));
    },
    onPointerCancel: () => setDrag(undefined),
    onPointerLeave: () => setHovered(undefined),
  };

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
    /** The profiles about to be picked. */
    selected: drag?.moved ? snappedSpan(drag.from, drag.to, length) : keyedSpan,
    /** The profile under the pointer. */
    hovered: hovered === undefined ? undefined : spanOf(hovered),
  };
}
