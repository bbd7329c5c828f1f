import type { Coverage } from '@/lib/answer/answer';
import type { Hottest } from './hottest-function';
import { isWithinSamplingError } from './sampling-error';

/** A profile of one group in short, and the same figures of the period before. */
export type GroupSummary = Hottest & {
  group: string;
  /** The group has no profile in the range. */
  isEmpty?: true;
  /** The hottest function's self samples in the period before; undefined when that has no profile. */
  before?: {
    samples: number;
    self: number;
    coverage?: Coverage;
    /** A part of the period couldn't be read, so nothing is compared with it. */
    isPartial?: boolean;
  };
};

/** A range of a group, epoch milliseconds. */
export type GroupSummaryRequest = { group: string; startTime: number; endTime: number };

/** A lower coverage of one period, as a part of the other's, makes samples incomparable. */
const MIN_COMPARABLE = 0.9;

/** The hottest function's share of the samples (0–1). */
export const hottestShare = ({ samples, hottest }: GroupSummary): number | undefined =>
  hottest && samples > 0 ? hottest.self / samples : undefined;

/** A change of a share (−1 to 1), and whether the sampling error alone could explain it. */
export type ShareChange = { change: number; isChance: boolean };

/** The change of that share since the period before; undefined when there is nothing to compare with. */
export function shareChange(summary: GroupSummary): ShareChange | undefined {
  const share = hottestShare(summary);
  const { before, samples } = summary;
  if (share === undefined || !before || before.isPartial || before.samples <= 0) return undefined;
  const shareBefore = before.self / before.samples;
  const wholes = { baseline: before.samples, comparison: samples };
  return {
    change: share - shareBefore,
    isChance: isWithinSamplingError(shareBefore, share, 'share', wholes),
  };
}

/** The period whose profiles cover clearly less time than those of the other, and how much; AWS doesn't always report what a profile covers. */
export function shorterPeriod(
  { before }: GroupSummary,
  coverage: Coverage | undefined,
): { period: 'now' | 'before'; length: number } | undefined {
  const [length, lengthBefore] = [lengthOf(coverage), lengthOf(before?.coverage)];
  if (length === undefined || lengthBefore === undefined) return undefined;
  if (lengthBefore < length * MIN_COMPARABLE) return { period: 'before', length: lengthBefore };
  return length < lengthBefore * MIN_COMPARABLE ? { period: 'now', length } : undefined;
}

/** The samples of the period before, unless a part is unknown or the profiles of one period cover clearly less time. */
export const comparableSamples = (
  summary: GroupSummary,
  coverage: Coverage | undefined,
): number | undefined =>
  summary.before?.isPartial || shorterPeriod(summary, coverage) ? undefined : summary.before?.samples;

const lengthOf = (coverage: Coverage | undefined) => coverage && coverage.to - coverage.from;
