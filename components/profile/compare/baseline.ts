import type { CompareUnit } from '@/lib/profile/view/choice';
import { DAY, WEEK } from '@/lib/time/duration';
import { resolveRange, type Span } from '@/lib/time/range';

/** Which time the baseline is of: a day or a week before the page's range, the same, or a range of its own. */
export const BASELINES = ['day', 'week', 'same', 'range'] as const;
export type BaselineTime = (typeof BASELINES)[number];

/** By what the functions that moved are sorted. */
export const MOVED_BY = ['total', 'self'] as const;

/** What a viewer chose of a comparison; the URL holds it. */
export type CompareSettings = {
  baseline: BaselineTime;
  /** The ends of a range of its own, as a page's range has them. */
  baselineFrom: string;
  baselineTo: string;
  /** '' is the page's own group. */
  baselineGroup: string;
  unit: CompareUnit;
  movedBy: (typeof MOVED_BY)[number];
  /** Functions are listed, too, whose change chance alone could have made. */
  chance: 'listed' | null;
};

export type ComparedSide = { group: string; span: Span };

const BEFORE: Record<'day' | 'week' | 'same', number> = { day: DAY, week: WEEK, same: 0 };

/** The baseline of a comparison. A range of its own that can't be read is a day before. */
export function baselineSide(
  { baseline, baselineFrom, baselineTo, baselineGroup }: CompareSettings,
  comparison: ComparedSide,
  now: number,
  zone: string,
): ComparedSide & { unread: boolean } {
  const group = baselineGroup || comparison.group;
  const own =
    baseline === 'range' ? resolveRange({ from: baselineFrom, to: baselineTo }, now, zone) : undefined;
  if (own) return { group, span: own, unread: false };
  const shift = BEFORE[baseline === 'range' ? 'day' : baseline];
  const { from, to } = comparison.span;
  return {
    group,
    span: { from: Math.max(0, from - shift), to: Math.max(1, to - shift) },
    unread: baseline === 'range',
  };
}

/** A range of its own for the baseline. */
export const ownBaseline = ({
  from,
  to,
}: Span): Pick<CompareSettings, 'baseline' | 'baselineFrom' | 'baselineTo'> => ({
  baseline: 'range',
  baselineFrom: new Date(from).toISOString(),
  baselineTo: new Date(to).toISOString(),
});
