'use client';

import { useSearchParams } from 'next/navigation';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { useRange } from '@/components/range/use-range';
import { DEFAULT_RANGE, DEFAULT_ZONE } from '@/lib/time/range';
import { rangeFaults } from '@/lib/time/range-fault';
import { rangeSearchParams } from '@/lib/time/search-params';
import { LinkNotice } from './link-notice';

/** Lists the range parameters of a link that could not be read. */
export function RangeLinkNotice() {
  const { isMalformed, text, now, zone } = useRange();
  const search = useSearchParams();
  const navigate = useNavigateRange();
  const isUnknown = (key: 'tz' | 'asof' | 'refresh' | 'compare') => {
    const text = search.get(key);
    return text !== null && rangeSearchParams[key].parse(text) === null;
  };
  const sentences: string[] = [];
  if (isMalformed) {
    const reasons = rangeFaults(text, now, zone).map(({ reason }) => reason);
    sentences.push(
      `The time range in this link is invalid: ${reasons.join('; ')}. Showing the last 6 hours.`,
    );
  }
  if (isUnknown('tz')) sentences.push('The time zone in this link is unknown. Showing times in UTC.');
  if (isUnknown('asof')) sentences.push('The instant (asof) in this link is invalid. Showing current data.');
  if (isUnknown('refresh'))
    sentences.push('The refresh interval in this link is unknown. The page doesn’t refresh itself.');
  if (isUnknown('compare'))
    sentences.push('The comparison in this link is unknown. Each page compares as it usually does.');
  const fix = () =>
    navigate({
      ...(isMalformed && DEFAULT_RANGE),
      ...(isUnknown('tz') && { tz: DEFAULT_ZONE }),
      ...(isUnknown('asof') && { asof: null }),
      ...(isUnknown('refresh') && { refresh: null }),
      ...(isUnknown('compare') && { compare: null }),
    });
  return <LinkNotice sentences={sentences} onFix={fix} />;
}
