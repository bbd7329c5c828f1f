import { hoursOf, type Measure } from './amounts';

/** Marks of an axis in dollars or hours, and the label of each. */
export type AmountAxis = { marks: number[]; format(mark: number): string };

const MAX_STEPS = 5;

/** An amount in the unit of its axis: US dollars, or hours of seconds. */
export const axisAmount = (amount: number, measure: Measure): number =>
  measure === 'costUsd' ? amount : hoursOf(amount);

/** Units for large numbers. Each starts at 10 or 100 of its size, so that round steps have few decimals. */
const UNITS = [
  { from: 1e10, size: 1e9, letter: 'B' },
  { from: 1e7, size: 1e6, letter: 'M' },
  { from: 1e5, size: 1e3, letter: 'K' },
];

/**
 * Round marks from zero, or below a negative minimum, to above the maximum. All have the same unit and the same number of
 * decimals: `$0.00`, `$0.50`, `$1.00`. Amounts in US dollars or seconds.
 */
export function amountAxis(amounts: readonly (number | undefined)[], measure: Measure): AmountAxis {
  let [min, max] = [0, 0];
  for (const amount of amounts) {
    min = Math.min(min, axisAmount(amount ?? 0, measure));
    max = Math.max(max, axisAmount(amount ?? 0, measure));
  }
  const step = roundStep((max - min || 1) / MAX_STEPS);
  const [first, last] = [Math.floor(min / step), Math.max(1, Math.ceil(max / step))];
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

/** Returns the smallest step of 1, 2 or 5 times a power of ten that is at least `min`. */
function roundStep(min: number): number {
  const exponent = Math.floor(Math.log10(min));
  const power = 10 ** exponent;
  const factor = [1, 2, 5].find((one) => one * power >= min * (1 - 1e-9)) ?? 10;
  return exponent < 0 ? factor / 10 ** -exponent : factor * power;
}

/** Decimals needed to distinguish steps; amounts of money below whole dollars show at least cents. */
function decimalsOf(step: number, measure: Measure): number {
  if (step >= 1) return 0;
  const needed = Math.min(20, Math.ceil(-Math.log10(step) - 1e-9));
  return measure === 'costUsd' ? Math.max(2, needed) : needed;
}
