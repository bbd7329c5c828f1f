import { UndecodableProfile } from '../tree/undecodable';
import { requireStateForBytes } from './chosen-state';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import { readFolded } from './read-folded';
import { MICROS_PER_MS, MICROS_PER_SECOND, MICROSECOND_NOTE } from './time-units';

const HEADER = /^# austin: /;
const HEADER_BYTES = 4096;

/** Whether a text file was written by austin, which begins with its version. */
export const isAustin = (utf8: Uint8Array) => HEADER.test(textOf(utf8.subarray(0, HEADER_BYTES)));

/**
 * Stacks of austin (https://github.com/P403n1x87/austin): folded stacks whose values are microseconds, after lines such as `# mode: wall`.
 * Throws UndecodableProfile.
 */
export function readAustin(utf8: Uint8Array, { state }: ImportOptions): ImportedProfile {
  const mode = remark(utf8.subarray(0, HEADER_BYTES), 'mode');
  if (mode === 'full') {
    throw new UndecodableProfile(
      'It was recorded with austin --full, which writes three values a line. Record it without --full.',
    );
  }
  if (mode === 'memory') requireStateForBytes({ state });
  const isTime = mode !== 'memory';
  const imported = readFolded(utf8, { state: state ?? (mode === 'cpu' ? 'RUNNABLE' : 'WALL_TIME') });
  const durationMs = Number(remark(utf8.subarray(-HEADER_BYTES), 'duration')) / MICROS_PER_MS;
  return {
    ...imported,
    format: 'austin profile',
    ...(durationMs > 0 && { durationMs }),
    ...(isTime && {
      sampleWeights: Object.fromEntries(imported.tree.states.map((each) => [each, MICROS_PER_SECOND])),
    }),
    notes: [...imported.notes, ...(isTime ? [MICROSECOND_NOTE] : [])],
  };
}

/** Value of a line such as `# mode: wall`. */
const remark = (utf8: Uint8Array, name: string) =>
  new RegExp(`^# ${name}: (\\S+)`, 'm').exec(textOf(utf8))?.[1];

const textOf = (utf8: Uint8Array) => new TextDecoder().decode(utf8);
