import { formatNumber } from '@/lib/answer/format-number';
import { formatDate } from '@/lib/time/format';
import { formatMoney } from '../amounts';
import { plainName } from '../naming/plain-name';
import type { Threshold } from './thresholds';

/** A threshold, when it is reached, and what AWS does then: `80 % ($400.00, about 21 Nov 2026): stops scheduling`. */
export function thresholdText(threshold: Threshold, zone: string): string {
  const { percent, amountUsd, isReached, at, effect, description } = threshold;
  const when = isReached ? 'reached' : at === undefined ? undefined : `about ${formatDate(at, zone)}`;
  const share = formatNumber(percent, 2);
  const about = plainName(description ?? '');
  return `${share} % (${formatMoney(amountUsd)}${when ? `, ${when}` : ''}): ${effect}${about && ` · ${about}`}`;
}
