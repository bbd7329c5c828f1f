/** What is known of the cost of a queue. */
type Line = { costUsd: number | undefined; isCut: boolean };

/** The lines by cost, the highest first; as they come until all are known, so that none moves under the pointer. */
export const orderLines = <Some extends Line>(lines: readonly Some[]): Some[] =>
  lines.every(({ costUsd }) => costUsd !== undefined)
    ? lines.toSorted((a, b) => (b.costUsd ?? 0) - (a.costUsd ?? 0))
    : [...lines];

/** The sum of the known costs, and whether it is of all rows of all queues, those included that are not added up. */
export function sumOfLines(
  lines: readonly Line[],
  leftOutCount: number,
): {
  costUsd: number;
  knownCount: number;
  isWhole: boolean;
} {
  const known = lines.filter(({ costUsd }) => costUsd !== undefined);
  return {
    costUsd: known.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0),
    knownCount: known.length,
    isWhole: leftOutCount === 0 && known.length === lines.length && lines.every(({ isCut }) => !isCut),
  };
}
