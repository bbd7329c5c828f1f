import { OTHER_FILL, slotFill } from './frame-colour';

/** Thread states in the colours of the packages. IDLE and unknown states are grey. */
const SLOTS = new Map([
  ['RUNNABLE', 3],
  ['BLOCKED', 0],
  ['NATIVE', 5],
  ['WAITING', 2],
  ['TIMED_WAITING', 1],
  ['WALL_TIME', 6],
]);

/** CSS fill of frames that were mostly in a thread state. */
export function stateFill(state: string): string {
  const slot = SLOTS.get(state);
  return slot === undefined ? OTHER_FILL : slotFill(slot);
}
