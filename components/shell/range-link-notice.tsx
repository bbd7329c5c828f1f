'use client';

import { useSearchParams } from 'next/navigation';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { useRange } from '@/components/range/use-range';
import { parseInstant } from '@/lib/time/instant';
import { DEFAULT_RANGE, DEFAULT_ZONE } from '@/lib/time/range';
import { isZone } from '@/lib/time/zone';
import { LinkNotice } from './link-notice';

/** Says what of the link's time range could not be read, and what is shown instead. */
export function RangeLinkNotice() {
  const { malformed } = useRange();
  const search = useSearchParams();
  const navigate = useNavigateRange();
  const [tz, asof] = [search.get('tz'), search.get('asof')];
  const sentences: string[] = [];
  if (malformed) sentences.push('The time range of this link can’t be read: the last 6 hours are shown.');
  if (tz !== null && !isZone(tz))
    sentences.push('The time zone of this link is not known: times are in UTC.');
  if (asof !== null && parseInstant(asof) === undefined) {
    sentences.push('The instant (asof) of this link can’t be read: the present is shown.');
  }
  const mend = () =>
    navigate({
      ...(malformed && DEFAULT_RANGE),
      ...(tz !== null && !isZone(tz) && { tz: DEFAULT_ZONE }),
      asof: null,
    });
  return <LinkNotice sentences={sentences} onFix={mend} />;
}
