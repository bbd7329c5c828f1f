import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import { formatCount } from '../frame-text/format-samples';

/** The newest aggregated profile of a period, to follow "of the". */
export const LATEST_TEXTS: Record<StripPeriod, string> = {
  PT5M: 'latest 5 minutes',
  PT1H: 'latest hour',
  P1D: 'latest day',
};

/** The length of one profile, to follow "profiles of". */
export const PERIOD_TEXTS: Record<StripPeriod, string> = { PT5M: '5 minutes', PT1H: 'an hour', P1D: 'a day' };

/** `16 profiles of 5 minutes` */
export const profileCountText = (count: number, period: StripPeriod) =>
  `${count === 0 ? 'No' : formatCount(count)} ${count === 1 ? 'profile' : 'profiles'} of ${PERIOD_TEXTS[period]}`;

/** Time of a profile: the page's range, or the newest one of a period. */
export const LATEST_SOURCES: { value: StripPeriod | 'range'; label: string }[] = [
  { value: 'range', label: 'Time range' },
  { value: 'PT5M', label: 'Latest 5 minutes' },
  { value: 'PT1H', label: 'Latest hour' },
  { value: 'P1D', label: 'Latest day' },
];
