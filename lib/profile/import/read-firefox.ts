import { counted } from '@/lib/answer/counted';
import { SECOND } from '@/lib/time/duration';
import { TreeMerger } from '../transform/merge';
import type { CallTree } from '../tree/call-tree';
import { requireStateForBytes } from './chosen-state';
import { cutWithNote } from './depth-notes';
import { firefox } from './firefox/columns';
import { framesOf } from './firefox/frames';
import { countSamples, type StackCounts, type WeightType, weightTypeOf } from './firefox/samples';
import { type FirefoxStacks, stacksOf } from './firefox/stacks';
import { type FirefoxThread, threadsOf } from './firefox/threads';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import type { JsonObject } from './json-shape';
import { linkedTree } from './linked-tree';
import type { StackFrame } from './stack-collector';
import { MICROS_PER_SECOND, MICROSECOND_NOTE } from './time-units';

/**
 * A profile of the Firefox Profiler, as profiler.firefox.com saves it and samply writes it, or as Firefox itself does
 * (https://github.com/firefox-devtools/profiler/tree/main/docs-developer). All threads are added up. Throws UndecodableProfile.
 */
export function readFirefox(file: JsonObject, { state }: ImportOptions): ImportedProfile {
  const threads = threadsOf(file);
  const type = chosenType(threads);
  if (type === 'bytes') requireStateForBytes({ state });
  const taken = threads.filter((thread) => weightTypeOf(thread) === type);
  const tables = new Map<unknown, ThreadTables>();
  const { intervalMs, startTime } = timing(file);
  let [first, last] = [Infinity, -Infinity];
  for (const thread of taken) {
    const { stacks, counts } = tablesOf(thread, tables);
    const times = countSamples(thread, stacks, { state, type, counts });
    const later = laterBy(thread, startTime);
    first = Math.min(first, times.first + later);
    last = Math.max(last, times.last + later);
  }
  const merger = new TreeMerger();
  for (const each of tables.values()) merger.add(treeOf(each));
  const { tree, notes } = cutWithNote(merger.finish());
  const perSecond = type === 'samples' ? SECOND / intervalMs : MICROS_PER_SECOND;
  return {
    format: 'Firefox profile',
    tree,
    ...(startTime > 0 && first < Infinity && { start: startTime + first }),
    ...(last > first && { durationMs: last - first + (type === 'samples' ? intervalMs : 0) }),
    ...(type !== 'bytes' && {
      sampleWeights: Object.fromEntries(tree.states.map((each) => [each, perSecond])),
    }),
    notes: [...notesOf(threads.length, taken.length, type), ...notes],
  };
}

/** Stacks, which threads may share, and their samples. */
type ThreadTables = { at: string; frames: StackFrame[]; stacks: FirefoxStacks; counts: StackCounts };

/** Tables of a thread. Newer files have one set of tables for all threads, which is read once. */
function tablesOf(thread: FirefoxThread, tables: Map<unknown, ThreadTables>): ThreadTables {
  const key = thread.value.stackTable ?? thread.shared.stackTable;
  const known = tables.get(key);
  if (known) return known;
  const frames = framesOf(thread);
  const read = { at: thread.at, frames, stacks: stacksOf(thread, frames.length), counts: new Map() };
  tables.set(key, read);
  return read;
}

function treeOf({ at, frames, stacks, counts }: ThreadTables): CallTree {
  const frameOf = (stack: number) => frames[stacks.frame[stack] ?? 0] as StackFrame;
  const tree = linkedTree({ parent: stacks.parent, frameOf, counts });
  if (!tree) throw firefox.wrong(`${at}.stackTable.prefix`, 'free of circles');
  return tree;
}

/** Counts of samples where there are any, else times, else bytes. */
function chosenType(threads: readonly FirefoxThread[]): WeightType {
  const types = new Set(threads.map(weightTypeOf));
  return (['samples', 'tracing-ms', 'bytes'] as const).find((type) => types.has(type)) ?? 'samples';
}

/** One millisecond is Firefox's default. */
function timing({ meta }: JsonObject): { intervalMs: number; startTime: number } {
  const { interval, startTime } = firefox.object(meta, 'meta');
  return {
    intervalMs: typeof interval === 'number' && interval > 0 && interval < Infinity ? interval : 1,
    startTime: typeof startTime === 'number' && Number.isFinite(startTime) ? startTime : 0,
  };
}

/** Milliseconds from the start of the file to that of a thread's process, from which its times count. */
function laterBy({ meta }: FirefoxThread, start: number): number {
  const { startTime } = timing({ meta });
  return start > 0 && startTime > 0 ? startTime - start : 0;
}

function notesOf(threadCount: number, takenCount: number, type: WeightType): string[] {
  const left = threadCount - takenCount;
  return [
    ...(takenCount > 1 ? [`Its ${counted(takenCount, 'thread')} were added up.`] : []),
    ...(left > 0
      ? [
          `${counted(left, 'thread')} whose values are no ${type === 'samples' ? 'samples' : 'times'} ${left === 1 ? 'was' : 'were'} left out.`,
        ]
      : []),
    ...(type === 'tracing-ms' ? [MICROSECOND_NOTE] : []),
  ];
}
