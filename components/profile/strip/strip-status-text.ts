import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import { utcPeriods } from '@/lib/profile/range/utc-periods';
import type { StateChoice } from '@/lib/profile/tree/states';
import { formatCount } from '../frame-text/format-samples';
import { statesBase } from '../frame-text/states-text';
import { isUnderWay, type ReadSamples } from './progress-text';

/** Lengths of one profile, to follow "72 ×". */
const LENGTHS: Record<StripPeriod, string> = { PT5M: '5 min', PT1H: '1 h', P1D: '1 day' };

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
    utcPeriods(STRIP_PERIODS[period], zone, samples.bars[0]?.start ?? 0),
    isUnderWay(samples) ? `${formatCount(samples.readCount)} read` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
