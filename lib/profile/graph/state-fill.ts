import { OTHER_FILL, slotFill } from './frame-colour';

/** Thread states in the colours of the packages. IDLE and unknown states are grey. */
const SLOTS = new Map([
  ['RUNNABLE', 5],
  ['BLOCKED', 6],
  ['NATIVE', 2],
  ['WAITING', 4],
  ['TIMED_WAITING', 3],
  ['WALL_TIME', 8],
]);

/** CSS fill of frames that were mostly in a thread state. */
export function stateFill(state: string): string {
  const slot = SLOTS.get(state);
  return slot === undefined ? OTHER_FILL : slotFill(slot);
}
