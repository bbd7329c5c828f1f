import { SECOND } from '@/lib/time/duration';
import type { CallTree, Profile } from '../tree/call-tree';

/** The weights of a tree whose samples were taken in so many milliseconds, the same for each state; none for no time. */
export function samplesPerSecond(
  { states, total }: CallTree,
  milliseconds: number,
): Profile['sampleWeights'] {
  const samples = total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  const perSecond = milliseconds > 0 ? samples / (milliseconds / SECOND) : 0;
  return perSecond > 0 ? Object.fromEntries(states.map((state) => [state, perSecond])) : {};
}
