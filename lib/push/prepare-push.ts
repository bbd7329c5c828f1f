import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { importProfile } from '@/lib/profile/import/import-profile';
import type { ImportedProfile, ImportOptions } from '@/lib/profile/import/imported-profile';
import { MAX_POST } from '@/lib/profile/import/posts/post-limits';
import { samplesPerSecond } from '@/lib/profile/import/posts/samples-per-second';
import { limitFrames } from '@/lib/profile/import/posts/split-posts';
import { inWholeSamples } from '@/lib/profile/import/posts/whole-samples';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { UndecodableProfile } from '@/lib/profile/tree/undecodable';
import type { Span } from '@/lib/time/range';
import { PushRefused } from './push-refused';
import { pushTime, windowOf } from './push-time';

/** Number of frames that the dashboard is designed for. */
const MAX_FRAMES = 1_000_000;

export type FileToPush = {
  bytes: Uint8Array;
  /** As refusals name it. */
  file: string;
  /** Start of the profile according to the user, epoch milliseconds. */
  at?: number;
  options: ImportOptions;
  /** Where notes and refusals are read: a browser has no options of the command. */
  surface: 'command' | 'browser';
};

/** A file that was read and checked, ready to be posted. */
export type PreparedPush = Pick<Profile, 'tree' | 'sampleWeights'> & {
  file: string;
  format: string;
  span: Span;
  /** When charts and lists show it, epoch milliseconds; absent when they show it at once. */
  listedAt?: number;
  notes: string[];
};

/** Reads and checks a file without sending anything. Throws PushRefused. */
export function preparePush(given: FileToPush, now: number): PreparedPush {
  const { file, at, surface } = given;
  const imported = readImported(given);
  const { from, to, notes, optionNotes } = pushTime(imported, at, now);
  const listedAt = windowOf({ from, to }).to;
  const tree = limitFrames(imported.tree, MAX_POST, MAX_FRAMES);
  if (tree.total.every((column) => !column[0]))
    throw new PushRefused(file, 'It has no samples. Record the program for longer, and while it works.');
  return {
    file,
    format: imported.format,
    tree,
    span: { from, to },
    ...(listedAt > now && { listedAt }),
    sampleWeights: imported.sampleWeights ?? samplesPerSecond(tree, to - from),
    notes: [
      ...[...imported.notes, ...rootNotes(tree), ...cutNotes(imported.tree, tree), ...notes],
      ...(surface === 'command' ? [...(imported.optionNotes ?? []), ...optionNotes] : []),
    ],
  };
}

function readImported({ bytes, file, options, surface }: FileToPush): ImportedProfile {
  try {
    return inWholeSamples(importProfile(bytes, options));
  } catch (error) {
    if (!(error instanceof UndecodableProfile)) throw error;
    throw new PushRefused(file, [error.message, ...adviceOn(error, surface)].join(' '));
  }
}

/** How an option of the command would help; in a browser also which command. */
function adviceOn({ option }: UndecodableProfile, surface: FileToPush['surface']): string[] {
  if (option === undefined) return [];
  if (surface === 'browser') return [`To push it, run npm run profile -- push FILE and ${option}.`];
  return [`${option[0]?.toUpperCase()}${option.slice(1)}.`];
}

/** Samples without a stack, which V8 and pprof may have, are part of the whole but of no frame. */
function rootNotes({ self }: CallTree): string[] {
  const samples = self.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  if (samples === 0) return [];
  const [what, verb] = [counted(samples, 'sample'), samples === 1 ? 'is' : 'are'];
  return [`${what} ${verb} outside of all functions: they count in the whole only.`];
}

function cutNotes(whole: CallTree, tree: CallTree): string[] {
  const cut = whole.name.length - tree.name.length;
  if (cut === 0) return [];
  return [
    `${formatNumber(cut)} of ${formatNumber(whole.name.length)} frames were omitted, those with the fewest samples, which count in the frames above them.`,
  ];
}
