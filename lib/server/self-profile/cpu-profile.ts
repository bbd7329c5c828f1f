import { type CallTree, CallTreeBuilder, type Profile } from '@/lib/profile/call-tree';
import { mergeTrees } from '@/lib/profile/merge';
import { SECOND } from '@/lib/time/duration';
import { type CallFrame, frameOf } from './frame-name';

/** The part of V8's .cpuprofile that is read. The first node is the root. */
export type CpuProfile = {
  nodes: { id: number; callFrame: CallFrame; hitCount?: number; children?: number[] }[];
};

/** Where a frame's code was written, when it runs from a bundle. */
export type Place = (frame: CallFrame) => CallFrame;

/** A CPU profile with the true time in which it was taken, epoch milliseconds. */
export type RecordedProfile = { profile: CpuProfile; start: number; end: number };

/**
 * V8's profile as an agent's. Samples in which the thread waited count as IDLE on a frame of their own, all
 * others as RUNNABLE; the weights are samples per second of the time it was taken in.
 */
export function toAgentProfile(
  { profile, start, end }: RecordedProfile,
  projectFolder: string,
  place: Place = (frame) => frame,
): Profile {
  const tree = mergeTrees([treeOf(profile, projectFolder, place)]);
  const samples = tree.total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  const seconds = (end - start) / SECOND;
  const perSecond = seconds > 0 ? samples / seconds : 0;
  const weights = perSecond > 0 ? tree.states.map((state) => [state, perSecond]) : [];
  return { tree, start, end, sampleWeights: Object.fromEntries(weights) };
}

function treeOf({ nodes }: CpuProfile, projectFolder: string, place: Place): CallTree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const builder = new CallTreeBuilder();
  const CLOSE = -1;
  const todo = [...(nodes[0]?.children ?? [])].reverse();
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (id === CLOSE) {
      builder.close();
      continue;
    }
    const node = byId.get(id);
    if (!node) continue;
    const { name, file, line } = frameOf(place(node.callFrame), projectFolder);
    builder.open(name);
    if (file !== undefined) builder.inFile(file);
    if (line !== undefined) builder.atLines(line, line);
    if (node.hitCount) {
      builder.count(node.callFrame.functionName === '(idle)' ? 'IDLE' : 'RUNNABLE', node.hitCount);
    }
    todo.push(CLOSE, ...[...(node.children ?? [])].reverse());
  }
  return builder.finish();
}
