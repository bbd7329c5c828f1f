import { type StripPeriod, shortestPeriod } from '@/lib/profile/range/profile-periods';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

const FINEST: Record<StripPeriod, string> = {
  PT5M: 'AWS aggregates profiles over 5 minutes at the finest',
  PT1H: 'AWS aggregates profiles over 5 minutes at the finest and keeps only hours after 15 days',
  P1D: 'AWS aggregates profiles over 5 minutes at the finest and keeps only UTC days after 60 days',
};

/** What a page compares, and why that is more than the failed runs. */
export function comparedText(compared: Span, baseline: Span, now: number, zone: string): string {
  const finest = FINEST[shortestPeriod(compared.from, now)];
  return `${finest}, so this page shows all of ${formatSpan(compared, zone)}, compared with ${formatSpan(baseline, zone)}.`;
}

/** What the page can't tell. */
export const CORRELATION = 'It shows what happened at the same time, which is no proof of a cause.';
