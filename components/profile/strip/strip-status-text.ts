import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import type { StateChoice } from '@/lib/profile/tree/states';
import { formatCount } from '../frame-text/format-samples';
import { statesBase } from '../frame-text/states-text';
import { isUnderWay, type ReadSamples } from './progress-text';

/** Lengths of one profile, to follow "72 ×". */
const LENGTHS: Record<StripPeriod, string> = { PT5M: '5 min', PT1H: '1 h', P1D: '1 day' };

type ShortStatus = {
  period: StripPeriod;
  samples: ReadSamples & { states: readonly string[] };
  /** Thread states as chosen; null is the default. */
  data: StateChoice | null;
  zone: string;
};

/** `72 × 5 min · CPU · 38 read`, or `7 × 1 day · WAITING · UTC days`. */
export const shortStatus = ({ period, samples, data, zone }: ShortStatus) =>
  [
    samples.bars.length === 0 ? 'No profiles' : `${formatCount(samples.bars.length)} × ${LENGTHS[period]}`,
    samples.states.length > 0 ? statesBase(data, samples.states) : '',
    period === 'P1D' && zone !== 'UTC' ? 'UTC days' : '',
    isUnderWay(samples) ? `${formatCount(samples.readCount)} read` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
