import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { zoneOffset } from '@/lib/time/zone';

/** A part of a range in which a zone has one offset from UTC, milliseconds. */
export type OffsetSegment = Span & { offsetMs: number };

/** Short enough to hit each clock change and the change back, which are at least a month apart. */
const STEP_MS = 7 * DAY;

/** A range with more clock changes is aggregated at one offset: each segment is an aggregation of its own. */
const MAX_SEGMENTS = 12;

export type OffsetSegments = {
  segments: OffsetSegment[];
  /** Why the segments don't follow the zone; undefined when they do. */
  deviation?: 'quarter hours' | 'too many changes';
};

/**
 * Cuts a range where the clocks of a zone change, because an aggregation has one offset. AWS takes offsets of whole and half
 * hours only: a zone with others is aggregated in UTC. A range with too many changes has the offset of its end.
 */
export function offsetSegments(span: Span, zone: string): OffsetSegments {
  const segments: OffsetSegment[] = [];
  for (let from = span.from; from < span.to; ) {
    const offsetMs = zoneOffset(from, zone);
    if (!isSupported(offsetMs)) return { segments: [{ ...span, offsetMs: 0 }], deviation: 'quarter hours' };
    if (segments.length === MAX_SEGMENTS) {
      const last = zoneOffset(span.to - 1, zone);
      return { segments: [{ ...span, offsetMs: last }], deviation: 'too many changes' };
    }
    const to = nextChange(from, span.to, zone);
    segments.push({ from, to, offsetMs });
    from = to;
  }
  return { segments };
}

const isSupported = (offsetMs: number) => offsetMs % (30 * MINUTE) === 0 && Math.abs(offsetMs) < 20 * HOUR;

/** The first instant after `from` at which the offset changes, to the minute; `to` when it doesn't before. */
function nextChange(from: number, to: number, zone: string): number {
  const offsetMs = zoneOffset(from, zone);
  const hasChanged = (at: number) => zoneOffset(at, zone) !== offsetMs;
  let before = from;
  let after = from;
  do {
    before = after;
    after = Math.min(to, before + STEP_MS);
    if (hasChanged(after === to ? to - 1 : after)) return firstWhere(hasChanged, before, after);
  } while (after < to);
  return to;
}

/** Binary search by whole minutes: clocks change at whole minutes. */
function firstWhere(isTrue: (at: number) => boolean, before: number, after: number): number {
  let low = Math.floor(before / MINUTE);
  let high = Math.ceil(after / MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle * MINUTE)) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

/** Whether segments have the offsets of a zone: not when AWS can't follow it. */
export const followsZone = (segments: readonly OffsetSegment[], zone: string): boolean =>
  segments.every(({ from, offsetMs }) => zoneOffset(from, zone) === offsetMs);

/** The offset of an instant: that of its segment, or of the nearest one. Milliseconds. */
export function offsetAt(segments: readonly OffsetSegment[], instant: number): number {
  const segment = segments.findLast(({ from }) => from <= instant) ?? segments[0];
  return segment?.offsetMs ?? 0;
}
