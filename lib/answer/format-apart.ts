import { formatNumber } from './format-number';

/** As many as a number of JavaScript tells apart. */
const MAX_DECIMALS = 15;

/**
 * A number with up to `decimals`, and with more where it would read as one of `others` that it isn't: 0.004 is not 0, nor is 0.996 of a
 * limit the whole limit.
 */
export function formatApart(value: number, decimals: number, others: readonly number[]): string {
  let enough = decimals;
  const isApart = () => others.every((other) => other === value || Number(value.toFixed(enough)) !== other);
  while (!isApart() && enough < MAX_DECIMALS) enough += 1;
  return formatNumber(value, enough);
}
