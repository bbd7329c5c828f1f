import { mergeTrees } from '../transform/merge';
import type { CallTree, Profile } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { UndecodableProfile } from '../tree/undecodable';
import { type CallFrame, frameOf, type Project } from './frame-name';
import { samplesPerSecond } from './samples-per-second';

/** The part of V8's .cpuprofile that is read. The first node is the root. */
export type CpuProfile = {
  nodes: { id: number; callFrame: CallFrame; hitCount?: number; children?: number[] }[];
};

/** Where a frame's code was written, when it runs from a bundle. */
type Place = (frame: CallFrame) => CallFrame;

/** A CPU profile with the true time in which it was taken, epoch milliseconds. */
export type RecordedProfile = { profile: CpuProfile; start: number; end: number };

/** V8's profile as an agent's; the weights are samples per second of the time it was taken in. */
export function toAgentProfile(
  { profile, start, end }: RecordedProfile,
  project: Project,
  place?: Place,
): Profile {
  const tree = cpuProfileTree(profile, project, place);
  return { tree, start, end, sampleWeights: samplesPerSecond(tree, end - start) };
}

/**
 * Samples in which the thread waited count as IDLE on a frame of their own, all others as RUNNABLE. Throws
 * UndecodableProfile when the nodes are no tree.
 */
export function cpuProfileTree(
  profile: CpuProfile,
  project: Project,
  place: Place = (frame) => frame,
): CallTree {
  return mergeTrees([treeOf(profile, project, place)]);
}

function treeOf({ nodes }: CpuProfile, project: Project, place: Place): CallTree {
  const unopened = new Map(nodes.map((node) => [node.id, node]));
  const builder = new CallTreeBuilder();
  const CLOSE = -1;
  const todo: number[] = [];
  const nextAre = (children: readonly number[]) => {
    for (let i = children.length - 1; i >= 0; i--) todo.push(children[i] ?? CLOSE);
  };
  nextAre(nodes[0]?.children ?? []);
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (id === CLOSE) {
      builder.close();
      continue;
    }
    const node = unopened.get(id);
    if (!node) throw new UndecodableProfile('A node of the CPU profile is missing, or has two parents.');
    unopened.delete(id);
    const { name, file, line } = frameOf(place(node.callFrame), project);
    builder.open(name);
    if (file !== undefined) builder.inFile(file);
    if (line !== undefined) builder.atLines(line, line);
    if (node.hitCount) {
      builder.count(node.callFrame.functionName === '(idle)' ? 'IDLE' : 'RUNNABLE', node.hitCount);
    }
    todo.push(CLOSE);
    nextAre(node.children ?? []);
  }
  return builder.finish();
}
