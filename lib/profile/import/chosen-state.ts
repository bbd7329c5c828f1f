import { UndecodableProfile } from '../tree/undecodable';
import type { ImportOptions } from './imported-profile';

/** Throws UndecodableProfile when the user chose a thread state for a format that names its own. */
export function rejectState({ state }: ImportOptions): void {
  if (state !== undefined) {
    throw new UndecodableProfile('It already names its thread states: omit --state.');
  }
}

/** Throws UndecodableProfile for values in bytes, unless the user named a thread state for them. */
export function requireStateForBytes({ state }: { state: string | undefined }): void {
  if (state === undefined) {
    throw new UndecodableProfile('Its values are bytes, not thread samples.', {
      option: 'name a state for them with --state, such as ALLOCATED',
    });
  }
}
