/** The sum of the known amounts. NaN, an unknown one, adds nothing; the sum is unknown if there are amounts and none is known. */
export function sumKnown(amounts: readonly number[]): number {
  const known = amounts.filter((amount) => !Number.isNaN(amount));
  return known.length === 0 && amounts.length > 0 ? Number.NaN : known.reduce((all, one) => all + one, 0);
}
