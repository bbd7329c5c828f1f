import type { Coverage } from '@/lib/answer/answer';
import type { Hottest } from './hottest-function';

/** A profile of one group in short, and the same figures of the period before. */
export type GroupSummary = Hottest & {
  group: string;
  /** The hottest function's self samples in the period before; undefined when that has no profile. */
  before?: { samples: number; self: number; coverage?: Coverage };
};

/** A range of a group, epoch milliseconds. */
export type GroupSummaryRequest = { group: string; startTime: number; endTime: number };

/** A lower coverage of the period before makes samples incomparable. */
const MIN_COMPARABLE = 0.9;

/** The hottest function's share of the samples (0–1). */
export const hottestShare = ({ samples, hottest }: GroupSummary): number | undefined =>
  hottest && samples > 0 ? hottest.self / samples : undefined;

/** The change of that share since the period before (−1 to 1). */
export function shareChange(summary: GroupSummary): number | undefined {
  const share = hottestShare(summary);
  const { before } = summary;
  return share === undefined || !before || before.samples <= 0
    ? undefined
    : share - before.self / before.samples;
}

/**
 * The samples of the period before, when its profiles cover about as much time as those of the range; AWS doesn't always report what a
 * profile covers.
 */
export function comparableSamples(
  { before }: GroupSummary,
  coverage: Coverage | undefined,
): number | undefined {
  if (!before) return undefined;
  const [length, lengthBefore] = [lengthOf(coverage), lengthOf(before.coverage)];
  if (length === undefined || lengthBefore === undefined) return before.samples;
  const ratio = lengthBefore / length;
  return ratio >= MIN_COMPARABLE && ratio <= 1 / MIN_COMPARABLE ? before.samples : undefined;
}

const lengthOf = (coverage: Coverage | undefined) => coverage && coverage.to - coverage.from;
