import { counted } from '@/lib/answer/counted';
import { formatBytes } from '@/lib/answer/format-bytes';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { proposedGroup } from '@/lib/profile/view/proposed-group';
import type { PushedFile } from '@/lib/profile/view/pushed-file';

export const MAX_FILES = 20;

/** How far a chosen file is. */
export type FileState =
  | { name: 'waiting' }
  | { name: 'pushing' }
  | { name: 'pushed'; pushed: PushedFile }
  /** A sentence that names the file and the reason, and whether a part may have been pushed. */
  | { name: 'refused'; sentence: string; canRetry?: boolean; isPartial?: boolean }
  /** Its push was cancelled after the server may have pushed it. */
  | { name: 'cancelled' }
  /** The server's answer never arrived. */
  | { name: 'lost' };

/** A file to push, and the profiling group that it goes to. */
export type QueuedFile = { id: number; file: File; group: string; state: FileState };

/** A choice of files: those to push, and names of folders, which can't be pushed as a whole. */
export type Choice = { files: readonly File[]; folders: readonly string[] };

export type Queue = {
  files: QueuedFile[];
  /** Number of files that were chosen beyond MAX_FILES. */
  leftOut: number;
  /** Grows only, so that no id is used twice. */
  nextId: number;
};

export const EMPTY_QUEUE: Queue = { files: [], leftOut: 0, nextId: 1 };

/** The queue without its files. */
export const emptied = ({ nextId }: Queue): Queue => ({ ...EMPTY_QUEUE, nextId });

/** Adds chosen files to a queue. Files that the server would refuse for their size are refused at once. */
export function withFiles({ files, leftOut, nextId }: Queue, choice: Choice, maxFileBytes: number): Queue {
  const folders = choice.folders.map((name) => new File([], name));
  const chosen = [...choice.files, ...folders];
  const taken = chosen.slice(0, Math.max(0, MAX_FILES - files.length));
  const added = taken.map((file, i): QueuedFile => {
    const problem = folders.includes(file)
      ? 'It is a folder. Choose its files.'
      : file.size > maxFileBytes
        ? `It is larger than ${formatBytes(maxFileBytes)}. Record the program for a shorter time.`
        : undefined;
    const state: FileState = problem
      ? { name: 'refused', sentence: `${file.name} can’t be pushed. ${problem}` }
      : { name: 'waiting' };
    return { id: nextId + i, file, group: proposedGroup(file.name), state };
  });
  return {
    files: [...files, ...added],
    leftOut: leftOut + chosen.length - taken.length,
    nextId: nextId + taken.length,
  };
}

/** The queue with one of its files changed. */
export const withChange = (queue: Queue, id: number, change: Partial<QueuedFile>): Queue => ({
  ...queue,
  files: queue.files.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

/** The queue with a file refused, unless it was pushed or removed meanwhile. */
export const withRefusal = (queue: Queue, id: number, sentence: string): Queue =>
  waitingFiles(queue).some((each) => each.id === id)
    ? withChange(queue, id, { state: { name: 'refused', sentence } })
    : queue;

/** The queue without a file. */
export const withoutFile = (queue: Queue, id: number): Queue => ({
  ...queue,
  files: queue.files.filter((each) => each.id !== id),
});

export const waitingFiles = ({ files }: Queue): QueuedFile[] =>
  files.filter(({ state }) => state.name === 'waiting');

/** The profile to show after a push: that of the only file, unless there is something to read about it. */
export function profileToShow({ files: [only, ...more] }: Queue): PushedFile | undefined {
  if (only?.state.name !== 'pushed' || more.length > 0) return undefined;
  const { pushed } = only.state;
  return pushed.notes.length === 0 && pushed.listedAt === undefined ? pushed : undefined;
}

/** Why a name can't be that of a profiling group, undefined when it can. */
export const groupProblem = (name: string): string | undefined =>
  GROUP_NAME.test(name) ? undefined : 'A group’s name has 1 to 255 letters, digits, _ and -.';

/** Progress of the queue, for a status line. */
export function queueText({ files }: Queue): string {
  const count = (name: FileState['name']) => files.filter(({ state }) => state.name === name).length;
  const pushing = files.findIndex(({ state }) => state.name === 'pushing');
  if (pushing >= 0) return `Pushing ${files[pushing]?.file.name}, file ${pushing + 1} of ${files.length} …`;
  const [pushed, refused] = [count('pushed'), count('refused')];
  const [cancelled, lost] = [count('cancelled'), count('lost')];
  return [
    ...(pushed > 0 ? [`${counted(pushed, 'file')} pushed.`] : []),
    ...(refused > 0 ? [`${counted(refused, 'file')} refused.`] : []),
    ...(cancelled > 0 ? [`${counted(cancelled, 'file')} cancelled.`] : []),
    ...(lost > 0 ? [`${counted(lost, 'file')} without an answer.`] : []),
  ].join(' ');
}
