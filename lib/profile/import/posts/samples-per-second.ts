import { SECOND } from '@/lib/time/duration';
import type { CallTree, Profile } from '../../tree/call-tree';

/** Sample weights of a tree recorded in the given time, the same for each state; empty when the time is zero. */
export function samplesPerSecond(
  { states, total }: CallTree,
  milliseconds: number,
): Profile['sampleWeights'] {
  const samples = total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  const perSecond = milliseconds > 0 ? samples / (milliseconds / SECOND) : 0;
  return perSecond > 0 ? Object.fromEntries(states.map((state) => [state, perSecond])) : {};
}
