import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import type { StateChoice } from '@/lib/profile/tree/states';
import { zoneOffset } from '@/lib/time/zone';
import { formatCount } from '../frame-text/format-samples';
import { statesBase } from '../frame-text/states-text';
import { isUnderWay, type ReadSamples } from './progress-text';

/** Lengths of one profile, to follow "72 ×". */
const LENGTHS: Record<StripPeriod, string> = { PT5M: '5 min', PT1H: '1 h', P1D: '1 day' };

/** `UTC days` or `UTC hours` where those of a zone are others; else nothing. AWS cuts profiles by UTC alone. */
export function utcPeriods(
  period: StripPeriod,
  zone: string,
  at: number | undefined,
): 'UTC days' | 'UTC hours' | '' {
  if (at === undefined || period === 'PT5M') return '';
  const isSame = zoneOffset(at, zone) % STRIP_PERIODS[period] === 0;
  return isSame ? '' : period === 'P1D' ? 'UTC days' : 'UTC hours';
}

type ShortStatus = {
  period: StripPeriod;
  samples: ReadSamples & { bars: readonly { start: number }[]; states: readonly string[] };
  /** Thread states as chosen; null is the default. */
  data: StateChoice | null;
  zone: string;
};

/** `72 × 5 min · CPU · 38 read`, or `7 × 1 day · WAITING · UTC days`. */
export const shortStatus = ({ period, samples, data, zone }: ShortStatus) =>
  [
    samples.bars.length === 0 ? 'No profiles' : `${formatCount(samples.bars.length)} × ${LENGTHS[period]}`,
    samples.states.length > 0 ? statesBase(data, samples.states) : '',
    utcPeriods(period, zone, samples.bars[0]?.start),
    isUnderWay(samples) ? `${formatCount(samples.readCount)} read` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
