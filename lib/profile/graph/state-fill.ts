import { OTHER_FILL, slotFill } from './frame-colour';

/** Thread states in the colours of the packages. IDLE and unknown states are grey. */
const SLOTS = new Map([
  ['RUNNABLE', 0],
  ['BLOCKED', 1],
  ['NATIVE', 2],
  ['WAITING', 3],
  ['TIMED_WAITING', 4],
  ['WALL_TIME', 5],
]);

/** CSS fill of frames that were mostly in a thread state. */
export function stateFill(state: string): string {
  const slot = SLOTS.get(state);
  return slot === undefined ? OTHER_FILL : slotFill(slot);
}
