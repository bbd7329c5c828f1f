import type { ComparedTimes } from '@/lib/profile/range/anomaly-comparison';
import { sortStates } from '@/lib/profile/tree/states';
import { type Comparison, earlierSpan } from '@/lib/time/earlier-span';
import { formatSpan } from '@/lib/time/format';
import { absoluteRange, resolveRange, type Span } from '@/lib/time/range';
import type { CompareSettings } from '../settings/profile-settings';
import type { LinkedChange } from '../settings/use-settings-href';

/** `kept` is the id of the shared link that keeps the side's profile. */
export type ComparedSide = { group: string; span: Span; kept?: string };

/** The time of a baseline: a custom range, that of the page, or an earlier one, by default a day before. */
export type BaselineTime = 'range' | 'same' | Comparison;

export const baselineTime = ({
  baseline,
  compare,
}: Pick<CompareSettings, 'baseline' | 'compare'>): BaselineTime =>
  baseline ?? (compare === null || compare === 'none' ? 'day' : compare);

/** The settings that choose the time of the baseline; an earlier one is kept on other pages. */
export const baselineAt = (
  time: 'same' | Comparison,
): Pick<CompareSettings, 'baseline'> & Partial<CompareSettings> =>
  time === 'same'
    ? { baseline: time, baselineKept: '' }
    : { baseline: null, compare: time, baselineKept: '' };

/** What is before 1970. */
const NONE: Span = { from: 0, to: 1 };

/** The baseline of a comparison. A custom range that can't be read falls back to a day before. */
export function baselineSide(
  settings: Omit<CompareSettings, 'unit' | 'movedBy' | 'chance'>,
  comparison: ComparedSide,
  now: number,
  zone: string,
): ComparedSide & { isUnreadable: boolean } {
  const { baselineFrom, baselineTo, baselineGroup, baselineKept } = settings;
  const group = baselineGroup || comparison.group;
  const kept = baselineKept !== '' && { kept: baselineKept };
  const time = baselineTime(settings);
  const custom =
    time === 'range' ? resolveRange({ from: baselineFrom, to: baselineTo }, now, zone) : undefined;
  if (custom) return { group, span: custom, ...kept, isUnreadable: false };
  const { span } = comparison;
  const earlier = time === 'same' ? span : earlierSpan(time === 'range' ? 'day' : time, span, span.to, zone);
  return { group, span: earlier ?? NONE, ...kept, isUnreadable: time === 'range' };
}

/** The settings that make a span the baseline's custom range. */
export const customBaseline = ({
  from,
  to,
}: Span): { baseline: 'range' } & Pick<CompareSettings, 'baselineFrom' | 'baselineTo' | 'baselineKept'> => ({
  baseline: 'range',
  baselineKept: '',
  baselineFrom: new Date(from).toISOString(),
  baselineTo: new Date(to).toISOString(),
});

/** Compares a time with one before it, in the given thread states or else in those of the page. */
export const comparedWithBefore = (
  { compared, before }: Pick<ComparedTimes, 'compared' | 'before'>,
  threadStates: readonly string[] = [],
): LinkedChange => ({
  view: 'compare',
  ...absoluteRange(compared),
  ...customBaseline(before),
  baselineGroup: '',
  latest: null,
  focus: '',
  asof: null,
  ...(threadStates.length > 0 && { data: [...threadStates] }),
});

/**
 * The times and thread states that are compared with before:
 * `Compares 24 Nov 2026, 11:00 – 12:00 UTC with 24 Nov 2026, 10:00 – 11:00 UTC, in WAITING.`
 */
export function comparedWithBeforeText(
  { compared, before, isMixed }: ComparedTimes,
  threadStates: readonly string[],
  zone: string,
): string {
  const states = threadStates.length > 0 ? `, in ${sortStates(threadStates).join(', ')}` : '';
  const times = `Compares ${formatSpan(compared, zone)} with ${formatSpan(before, zone)}${states}.`;
  return isMixed ? `${times} The earlier time has another anomaly, as all times in the week before.` : times;
}
