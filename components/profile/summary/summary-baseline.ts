import { DAY, HOUR } from '@/lib/time/duration';
import { earlierSpan } from '@/lib/time/earlier-span';
import { formatDate } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { baselineAt, customBaseline } from '../compare/baseline';
import type { CompareSettings } from '../settings/profile-settings';

/** A longer range has no baseline, because its profiles would take too long to read. */
const MAX_DAYS = 7;

/** A range widened to whole profiles may be this much longer than the days that a viewer chose. */
const TOLERANCE_MS = HOUR;

/** The earlier time of the same length that a summary compares with. */
export type SummaryBaseline = {
  span: Span;
  /** For instance “yesterday”. */
  words: string;
  /** The baseline of the comparison that shows the same. */
  settings: Partial<CompareSettings>;
};

/** The same hours a day earlier, or for a range of N days the N days before. */
export function summaryBaseline(span: Span, now: number, zone: string): SummaryBaseline | undefined {
  const days = daysOf(span);
  if (days > MAX_DAYS) return undefined;
  const earlier =
    days > 1
      ? { from: span.from - days * DAY, to: span.to - days * DAY }
      : earlierSpan('day', span, span.to, zone);
  if (!earlier || earlier.from < 0) return undefined;
  if (days > 1) return { span: earlier, words: `the ${days} days before`, settings: customBaseline(earlier) };
  const isToday = formatDate(span.to - 1, zone) === formatDate(now, zone);
  return { span: earlier, words: isToday ? 'yesterday' : 'the day before', settings: baselineAt('day') };
}

/** The same time a week earlier; none for a whole week, which `summaryBaseline` compares with just that. */
export function weekBaseline(span: Span, zone: string): SummaryBaseline | undefined {
  const earlier = earlierSpan('week', span, span.to, zone);
  if (daysOf(span) >= MAX_DAYS || !earlier) return undefined;
  return { span: earlier, words: 'a week before', settings: baselineAt('week') };
}

const daysOf = ({ from, to }: Span) => Math.max(1, Math.ceil((to - from - TOLERANCE_MS) / DAY));
