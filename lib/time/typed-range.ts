import { pastedRange } from './pasted-range';
import type { RangeText } from './range';
import { rangeFaults } from './range-fault';
import { rangeOfEnds } from './range-of-ends';

/** A sentence about each end that is wrong. */
export type RangeProblem = { from?: string; to?: string };

/**
 * A typed range in the form of the URL, or what is wrong with its ends. Either field may name the whole range, such as `yesterday`.
 */
export function parseTypedRange(
  typed: RangeText,
  now: number,
  zone: string,
): RangeText | { problem: RangeProblem } {
  const whole = pastedRange(typed.from, now, zone) ?? pastedRange(typed.to, now, zone);
  if (whole) return whole;
  const range = rangeOfEnds(typed.from, typed.to, now, zone);
  const faults = rangeFaults(range, now, zone);
  if (faults.length === 0) return range;
  const sentences = faults.map(({ end, reason, hint = '' }) => [
    end,
    `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}. ${hint}`.trim(),
  ]);
  return { problem: Object.fromEntries(sentences) };
}
