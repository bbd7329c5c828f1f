import type { RangeText } from './range';

const until = (from: string): RangeText => ({ from, to: 'now' });
const whole = (period: string): RangeText => ({ from: period, to: period });

/** The ranges offered by the picker, which `rangeLabel` names: those that end now, shortest first, and those of the calendar. */
export const PRESETS: readonly { about: string; ranges: readonly RangeText[] }[] = [
  {
    about: 'Until now',
    ranges: [
      ...['15m', '30m', '1h', '3h', '6h', '12h', '24h'].map((length) => until(`now-${length}`)),
      ...['2d', '7d', '14d', '30d', '60d', '90d'].map((length) => until(`now-${length}`)),
    ],
  },
  {
    about: 'Of the calendar',
    ranges: [
      ...[until('now/d'), whole('now-1d/d')],
      ...[until('now/w'), whole('now-1w/w')],
      ...[until('now/M'), whole('now-1M/M')],
    ],
  },
];
