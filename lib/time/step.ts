import { DAY, HOUR, MINUTE } from './duration';
import type { RangeText, Span } from './range';

/** The span moved by its own length, back (-1) or forward (1), not beyond `now` and not before 1970. */
export function stepSpan({ from, to }: Span, direction: -1 | 1, now: number): Span {
  const length = to - from;
  const start = Math.max(0, from + direction * length);
  const moved = { from: start, to: start + length };
  return direction > 0 && moved.to > now
    ? { from: Math.max(from, now - length), to: Math.max(to, now) }
    : moved;
}

/** A span twice as long around the same middle; it ends at `now` where it would reach beyond. */
export function zoomOut({ from, to }: Span, now: number): Span {
  const length = to - from;
  const end = Math.max(to, Math.min(to + length / 2, now));
  return { from: Math.max(0, Math.floor(end - 2 * length)), to: Math.ceil(end) };
}

/** Days are used from two on, because one reads better as 24 hours. */
const UNITS: { ms: number; min: number; letter: string }[] = [
  { ms: DAY, min: 2 * DAY, letter: 'd' },
  { ms: HOUR, min: HOUR, letter: 'h' },
  { ms: MINUTE, min: MINUTE, letter: 'm' },
];

/** `now-12h` for a whole number of minutes, so that a live range stays live when it is widened. */
export function liveRange(length: number): RangeText | undefined {
  const unit = UNITS.find(({ ms, min }) => length >= min && length % ms === 0);
  return unit && { from: `now-${length / unit.ms}${unit.letter}`, to: 'now' };
}
