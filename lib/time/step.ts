import { DAY, HOUR, MINUTE } from './duration';
import type { RangeText, Span } from './range';

/** The ranges offered by the picker, shortest first. */
export const PRESETS: { from: string; label: string }[] = [
  { from: 'now-15m', label: 'Last 15 minutes' },
  { from: 'now-30m', label: 'Last 30 minutes' },
  { from: 'now-1h', label: 'Last hour' },
  { from: 'now-3h', label: 'Last 3 hours' },
  { from: 'now-6h', label: 'Last 6 hours' },
  { from: 'now-12h', label: 'Last 12 hours' },
  { from: 'now-24h', label: 'Last 24 hours' },
  { from: 'now-2d', label: 'Last 2 days' },
  { from: 'now-7d', label: 'Last 7 days' },
  { from: 'now-14d', label: 'Last 14 days' },
  { from: 'now-30d', label: 'Last 30 days' },
];

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
