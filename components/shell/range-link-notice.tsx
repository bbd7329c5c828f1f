'use client';

import { useSearchParams } from 'next/navigation';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { useRange } from '@/components/range/use-range';
import { parseInstant } from '@/lib/time/instant';
import { DEFAULT_RANGE, DEFAULT_ZONE } from '@/lib/time/range';
import { rangeFaults } from '@/lib/time/range-fault';
import { isZone } from '@/lib/time/zone';
import { LinkNotice } from './link-notice';

/** Lists the range parameters of a link that could not be read. */
export function RangeLinkNotice() {
  const { isMalformed, text, now, zone } = useRange();
  const search = useSearchParams();
  const navigate = useNavigateRange();
  const [tz, asof] = [search.get('tz'), search.get('asof')];
  const sentences: string[] = [];
  if (isMalformed) {
    const reasons = rangeFaults(text, now, zone).map(({ reason }) => reason);
    sentences.push(
      `The time range in this link is invalid: ${reasons.join('; ')}. Showing the last 6 hours.`,
    );
  }
  if (tz !== null && !isZone(tz))
    sentences.push('The time zone in this link is unknown. Showing times in UTC.');
  if (asof !== null && parseInstant(asof) === undefined) {
    sentences.push('The instant (asof) in this link is invalid. Showing current data.');
  }
  const fix = () =>
    navigate({
      ...(isMalformed && DEFAULT_RANGE),
      ...(tz !== null && !isZone(tz) && { tz: DEFAULT_ZONE }),
      asof: null,
    });
  return <LinkNotice sentences={sentences} onFix={fix} />;
}
