import { useState } from 'react';
import { inHeldOrder } from '@/lib/canary/list/held-order';
import type { ListedCanary } from './use-canary-rows';

type Rows = { rows: readonly ListedCanary[]; sorted: readonly ListedCanary[] };

/**
 * The sorted rows, which keep their places while those in view are read: a row must not move under the pointer, and rows that leave
 * the view would end their own reading. Another `choice` of sorting or filters applies at once.
 */
export function useHeldOrder({ rows, sorted }: Rows, choice: string, isReading: boolean): ListedCanary[] {
  const [held, setHeld] = useState({ choice: '', names: '' });
  const names = sorted.map(({ canary }) => canary.name).join(' ');
  const isHeld = isReading && held.choice === choice;
  if (!isHeld && (held.choice !== choice || held.names !== names)) setHeld({ choice, names });
  if (!isHeld || held.names === '') return [...sorted];
  return inHeldOrder(held.names.split(' '), { rows, sorted });
}
