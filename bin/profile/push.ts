import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_POST } from '@/lib/local-aws/codeguru/store/post-limits';
import { importProfile } from '@/lib/profile/import/import-profile';
import type { ImportedProfile, ImportOptions } from '@/lib/profile/import/imported-profile';
import { roundSamples } from '@/lib/profile/import/round-samples';
import { samplesPerSecond } from '@/lib/profile/import/samples-per-second';
import { limitFrames, splitPosts } from '@/lib/profile/import/split-posts';
import { MAX_FILE_BYTES } from '@/lib/profile/import/unzip';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { UndecodableProfile } from '@/lib/profile/tree/undecodable';
import type { Command } from './command';
import { ensureGroup, postParts } from './post-profiles';
import { pushReport } from './push-report';
import { pushSettings } from './push-settings';
import { pushTime } from './push-time';

/** Number of frames that the dashboard is designed for. */
const MAX_FRAMES = 1_000_000;

/** Posts another profiler's file to a profiling group, which it creates if necessary. */
export const push: Command = async (args, environment) => {
  const { file, group, endpoint, at, options } = pushSettings(args, environment);
  const imported = await readImported(file, options);
  const { from, to, note } = pushTime(imported, at, Date.now());
  const whole = roundSamples(imported.tree);
  const tree = limitFrames(whole, MAX_POST, MAX_FRAMES);
  if (tree.total.every((column) => !column[0]))
    throw new Error(`${file} can't be pushed. It has no samples.`);
  const sampleWeights = imported.sampleWeights ?? samplesPerSecond(tree, to - from);
  const isNewGroup = await ensureGroup(endpoint, group);
  const parts = splitPosts(tree, MAX_POST);
  const posts = await postParts(endpoint, group, parts, { start: from, end: to, sampleWeights });
  const notes = [...imported.notes, ...cutNotes(whole, tree), ...(note ? [note] : [])];
  const { format } = imported;
  return pushReport({
    file: basename(file),
    format,
    group,
    isNewGroup,
    tree,
    span: { from, to },
    posts,
    notes,
  });
};

/** Throws a sentence about the file. */
async function readImported(file: string, options: ImportOptions): Promise<ImportedProfile> {
  try {
    return importProfile(await readWhole(file), options);
  } catch (error) {
    if (error instanceof UndecodableProfile) throw new Error(`${file} can't be pushed. ${error.message}`);
    throw error;
  }
}

async function readWhole(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Error(`There is no file ${file}.`);
  if (!found.isFile()) throw new Error(`${file} is not a file.`);
  if (found.size > MAX_FILE_BYTES) {
    throw new Error(`${file} is larger than ${MAX_FILE_BYTES / 1024 ** 2} MiB.`);
  }
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} can't be read (${error.code}).`);
  });
}

function cutNotes(whole: CallTree, tree: CallTree): string[] {
  const cut = whole.name.length - tree.name.length;
  if (cut === 0) return [];
  return [
    `${cut.toLocaleString('en-US')} of ${whole.name.length.toLocaleString('en-US')} frames were omitted, those with the fewest samples, which count in the frames above them.`,
  ];
}
