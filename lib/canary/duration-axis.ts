import { HOUR, MINUTE, SECOND } from '@/lib/time/duration';

const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500]
  .concat([1, 2, 5, 10, 15, 30].map((n) => n * SECOND))
  .concat([1, 2, 5, 10, 15, 30].map((n) => n * MINUTE))
  .concat([1, 2, 6, 12, 24].map((n) => n * HOUR));

/** Round marks from 0 to at least `maxMs` in at most `count` steps, labelled with their unit. */
export function durationTicks(maxMs: number, count: number): { ms: number; label: string }[] {
  const max = Math.max(1, maxMs);
  const step = ROUND.find((round) => max / round <= count) ?? Math.ceil(max / count / HOUR) * HOUR;
  const steps = Math.ceil(max / step);
  return Array.from({ length: steps + 1 }, (_, i) => ({ ms: i * step, label: tickLabel(i * step) }));
}

/** A round duration with its unit. */
export function tickLabel(ms: number): string {
  if (ms === 0) return '0';
  if (ms < SECOND) return `${ms} ms`;
  if (ms < MINUTE) return `${ms / SECOND} s`;
  if (ms < HOUR) return `${ms / MINUTE} min`;
  return `${ms / HOUR} h`;
}
