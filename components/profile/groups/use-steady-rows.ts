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
  const [held, setHeld] = useState({ key, names });
  if (!isComplete && held.key === key) return inOrderOf(sorted, held.names);
  if (held.key !== key || held.names.join() !== names.join()) setHeld({ key, names });
  return sorted;
}
