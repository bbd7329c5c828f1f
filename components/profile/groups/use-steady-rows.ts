'use client';

import { useState } from 'react';
import { type GroupFigures, inOrderOf } from './sort-groups';

/** Sorted rows whose order stays while figures are missing, so that none moves under the pointer. Another key sorts them at once. */
export function useSteadyRows<Row extends GroupFigures>(
  sorted: readonly Row[],
  isComplete: boolean,
  key: string,
): readonly Row[] {
  const names = sorted.map(({ group }) => group.name);
  const [steady, setSteady] = useState({ key, names });
  if (!isComplete && steady.key === key) return inOrderOf(sorted, steady.names);
  if (steady.key !== key || steady.names.join() !== names.join()) setSteady({ key, names });
  return sorted;
}
