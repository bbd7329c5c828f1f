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
import { pushWords } from './push-report';
import { pushSettings } from './push-settings';
import { pushTime } from './push-time';

/** [?] What the dashboard is made for. The others are counted in the frames above them. */
const MOST_FRAMES = 1_000_000;

/** Posts a file of another profiler to a profiling group, which it makes when there is none. */
export const push: Command = async (args, environment) => {
  const { file, group, endpoint, at, choice } = pushSettings(args, environment);
  const imported = await readImported(file, choice);
  const { from, to, note } = pushTime(imported, at, Date.now());
  const whole = roundSamples(imported.tree);
  const tree = limitFrames(whole, MAX_POST, MOST_FRAMES);
  if (tree.total.every((column) => !column[0]))
    throw new Error(`${file} can't be pushed. It has no samples.`);
  const sampleWeights = imported.sampleWeights ?? samplesPerSecond(tree, to - from);
  const isNewGroup = await ensureGroup(endpoint, group);
  const parts = splitPosts(tree, MAX_POST);
  const posts = await postParts(endpoint, group, parts, { start: from, end: to, sampleWeights });
  const notes = [...imported.notes, ...cutNotes(whole, tree), ...(note ? [note] : [])];
  const { format } = imported;
  return pushWords({
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

/** Throws a sentence on the file. */
async function readImported(file: string, choice: ImportOptions): Promise<ImportedProfile> {
  try {
    return importProfile(await readWhole(file), choice);
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
    `${cut.toLocaleString('en-US')} of ${whole.name.length.toLocaleString('en-US')} frames were left out, those with the fewest samples, which are counted in the frames above them.`,
  ];
}
