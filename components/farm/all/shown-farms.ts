import type { FarmCost } from './use-farm-costs';

/** Farms with the costs on screen, which can be of an earlier range than the page's. */
export type ShownFarms = { rows: readonly FarmCost[]; isOutdated: boolean };

/**
 * Shows the last complete answers while newer ones for the same farms are on their way, so that sums don't mix ranges and no row
 * moves under the pointer. Budgets don't depend on the range and are always the newest.
 */
export function shownFarms(last: readonly FarmCost[] | undefined, rows: readonly FarmCost[]): ShownFarms {
  const isComplete = rows.every(({ isReading }) => !isReading);
  if (isComplete || !last || !hasSameFarms(last, rows)) return { rows, isOutdated: false };
  return {
    rows: last.map((row, at) => {
      const { budgets, budgetsError } = rows[at] ?? row;
      return { ...row, budgets, budgetsError };
    }),
    isOutdated: true,
  };
}

/** Whether the rows of two answers show the same figures of the same range. */
export const isSameAnswer = (a: readonly FarmCost[], b: readonly FarmCost[]): boolean =>
  hasSameFarms(a, b) &&
  a.every((row, at) => {
    const [marks, others] = [marksOf(row), marksOf(b[at])];
    return marks.every((mark, index) => mark === others[index]);
  });

const hasSameFarms = (a: readonly FarmCost[], b: readonly FarmCost[]) =>
  a.length === b.length && a.every(({ farm }, at) => farm.farmId === b[at]?.farm.farmId);

/** The parts of a row that differ when its figures do. */
const marksOf = (row: FarmCost | undefined) => [
  row?.span.from,
  row?.span.to,
  row?.costs,
  row?.hasQueues,
  row?.error,
  row?.earlier?.state,
  row?.earlier?.state === 'known' ? row.earlier.costs : undefined,
];
