import { UndecodableProfile } from '../tree/undecodable';
import type { ImportOptions } from './imported-profile';

/** Throws UndecodableProfile when the user chose a thread state for a format that names its own. */
export function rejectState({ state }: ImportOptions): void {
  if (state !== undefined) {
    throw new UndecodableProfile('It already names its thread states: omit --state.');
  }
}
