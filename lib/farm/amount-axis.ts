import { hoursOf, type Measure } from './amounts';

/** Marks of an axis of amounts, in dollars or hours, and what is written at each. */
export type AmountAxis = { marks: number[]; format(mark: number): string };

const MAX_STEPS = 5;

/** Beyond so much, numbers are written in a larger unit; each is small enough to be whole in steps of an axis. */
const UNITS = [
  { from: 1e10, size: 1e9, letter: 'B' },
  { from: 1e7, size: 1e6, letter: 'M' },
  { from: 1e5, size: 1e3, letter: 'K' },
];

/**
 * Round marks from zero, or from below the least amount when that is negative, to above the most. All have one
 * unit and equally many decimals: `$0.00`, `$0.50`, `$1.00`. Amounts in US dollars or seconds.
 */
export function amountAxis(amounts: readonly (number | undefined)[], measure: Measure): AmountAxis {
  const inUnit = (amount = 0) => (measure === 'costUsd' ? amount : hoursOf(amount));
  let [least, most] = [0, 0];
  for (const amount of amounts) {
    least = Math.min(least, inUnit(amount));
    most = Math.max(most, inUnit(amount));
  }
  const step = roundStep((most - least || 1) / MAX_STEPS);
  const [first, last] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step))];
  const marks = Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step);

  const { size, letter } = UNITS.find(({ from }) => last * step >= from) ?? { size: 1, letter: '' };
  const decimals = decimalsOf(step / size, measure);
  const number = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return {
    marks,
    format: (mark) => {
      const text = `${number.format(Math.abs(mark) / size)}${letter}`;
      const sign = mark < 0 ? '−' : '';
      return measure === 'costUsd' ? `${sign}$${text}` : `${sign}${text} h`;
    },
  };
}

/** The least of 1, 2, 5 times a power of ten that is at least so much. */
function roundStep(least: number): number {
  const exponent = Math.floor(Math.log10(least));
  const power = 10 ** exponent;
  const factor = [1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return exponent < 0 ? factor / 10 ** -exponent : factor * power;
}

/** As many decimals as tell steps apart; money that isn't in whole dollars has at least cents. */
function decimalsOf(step: number, measure: Measure): number {
  if (step >= 1) return 0;
  const needed = Math.min(20, Math.ceil(-Math.log10(step) - 1e-9));
  return measure === 'costUsd' ? Math.max(2, needed) : needed;
}
