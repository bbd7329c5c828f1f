import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import type { StateChoice } from '@/lib/profile/tree/states';
import { formatCount } from '../frame-text/format-samples';
import { statesBase } from '../frame-text/states-text';

/** Lengths of one profile, to follow "72 ×". */
const LENGTHS: Record<StripPeriod, string> = { PT5M: '5 min', PT1H: '1 h', P1D: '1 day' };

type ShortStatus = {
  period: StripPeriod;
  samples: { bars: readonly unknown[]; states: readonly string[] };
  /** Thread states as chosen; null is the default. */
  data: StateChoice | null;
  zone: string;
  progress: string;
};

/** `72 × 5 min · CPU · 38 of 72 read`, or `7 × 1 day · WAITING · UTC days`. */
export const shortStatus = ({ period, samples: { bars, states }, data, zone, progress }: ShortStatus) =>
  [
    bars.length === 0 ? 'No profiles' : `${formatCount(bars.length)} × ${LENGTHS[period]}`,
    states.length > 0 ? statesBase(data, states) : '',
    period === 'P1D' && zone !== 'UTC' ? 'UTC days' : '',
    progress,
  ]
    .filter((part) => part !== '')
    .join(' · ');
