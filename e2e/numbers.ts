/** A number with so many decimals, as pages show it. */
export const fixed = (value: number, decimals: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** An amount of US dollars, as pages show it. */
export const dollars = (usd: number): string => `$${fixed(usd, 2)}`;
