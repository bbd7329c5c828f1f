/** What is known of the cost of a queue. */
type Line = { costUsd: number | undefined; isCut: boolean };

/** The lines by cost, the highest first; as they come until all are known, so that none moves under the pointer. */
export const orderLines = <Some extends Line>(lines: readonly Some[]): Some[] =>
  lines.every(({ costUsd }) => costUsd !== undefined)
    ? lines.toSorted((a, b) => (b.costUsd ?? 0) - (a.costUsd ?? 0))
    : [...lines];

export type SumOfLines = {
  costUsd: number;
  /** Queues whose cost is known. */
  knownCount: number;
  /** Whether the sum has all rows of all queues, also of those that are left out. */
  isWhole: boolean;
};

/** Adds up the known costs of queues. `leftOutCount` others are not among the lines. */
export function sumOfLines(lines: readonly Line[], leftOutCount: number): SumOfLines {
  const known = lines.filter(({ costUsd }) => costUsd !== undefined);
  return {
    costUsd: known.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0),
    knownCount: known.length,
    isWhole: leftOutCount === 0 && known.length === lines.length && lines.every(({ isCut }) => !isCut),
  };
}
