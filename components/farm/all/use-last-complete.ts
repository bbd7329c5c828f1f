'use client';

import { useState } from 'react';
import type { FarmCost } from './use-farm-costs';

/**
 * The last complete answers for the same farms while newer ones are on their way, so that sums don't mix ranges and no row moves
 * under the pointer. Budgets don't depend on the range and are always the newest.
 */
export function useLastComplete(rows: readonly FarmCost[]): {
  rows: readonly FarmCost[];
  isOutdated: boolean;
} {
  const [last, setLast] = useState<readonly FarmCost[]>();
  const isComplete = rows.every(({ isReading }) => !isReading);
  if (isComplete && !(last && isSame(last, rows))) setLast(rows);
  if (isComplete || !last || !hasSameFarms(last, rows)) return { rows, isOutdated: false };
  return {
    rows: last.map((row, at) => {
      const { budgets, budgetsError } = rows[at] ?? row;
      return { ...row, budgets, budgetsError };
    }),
    isOutdated: true,
  };
}

const hasSameFarms = (a: readonly FarmCost[], b: readonly FarmCost[]) =>
  a.length === b.length && a.every(({ farm }, at) => farm.farmId === b[at]?.farm.farmId);

const isSame = (a: readonly FarmCost[], b: readonly FarmCost[]) =>
  hasSameFarms(a, b) &&
  a.every((row, at) => {
    const [marks, others] = [marksOf(row), marksOf(b[at])];
    return marks.every((mark, index) => mark === others[index]);
  });

/** The parts of a row that differ when its figures do. */
const marksOf = (row: FarmCost | undefined) => [
  row?.costs,
  row?.hasQueues,
  row?.error,
  row?.earlier?.state,
  row?.earlier?.state === 'known' ? row.earlier.costs : undefined,
];
