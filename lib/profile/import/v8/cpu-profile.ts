import { mergeTrees } from '../../transform/merge';
import type { CallTree, Profile } from '../../tree/call-tree';
import { CallTreeBuilder } from '../../tree/call-tree-builder';
import { UndecodableProfile } from '../../tree/undecodable';
import { samplesPerSecond } from '../posts/samples-per-second';
import { type CallFrame, frameOf, type Project } from './frame-name';

/** The parts of V8's .cpuprofile that are read. The first node is the root. */
export type CpuProfile = {
  nodes: { id: number; callFrame: CallFrame; hitCount?: number; children?: number[] }[];
};

/** Maps a frame in a bundle to its source. */
type ToSource = (frame: CallFrame) => CallFrame;

/** A CPU profile with the time at which it was recorded, epoch milliseconds. */
export type RecordedProfile = { profile: CpuProfile; start: number; end: number };

/** Converts V8's profile to the form that agents post, weighted by samples per second of the recording. */
export function agentProfile(
  { profile, start, end }: RecordedProfile,
  project: Project,
  toSource?: ToSource,
): Profile {
  const tree = cpuProfileTree(profile, project, toSource);
  return { tree, start, end, sampleWeights: samplesPerSecond(tree, end - start) };
}

/**
 * Samples of a waiting thread count as IDLE on the frame `<Idle>`, all others as RUNNABLE. Throws UndecodableProfile when the
 * nodes don't form a tree.
 */
export function cpuProfileTree(
  profile: CpuProfile,
  project: Project,
  toSource: ToSource = (frame) => frame,
): CallTree {
  return mergeTrees([treeOf(profile, project, toSource)]);
}

function treeOf({ nodes }: CpuProfile, project: Project, toSource: ToSource): CallTree {
  const unvisited = new Map(nodes.map((node) => [node.id, node]));
  const builder = new CallTreeBuilder();
  const CLOSE = -1;
  const pending: number[] = [];
  const push = (children: readonly number[]) => {
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i] ?? CLOSE);
  };
  const [root] = nodes;
  unvisited.delete(root?.id ?? 0);
  if (root?.hitCount) builder.count('RUNNABLE', root.hitCount);
  push(root?.children ?? []);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === CLOSE) {
      builder.close();
      continue;
    }
    const node = unvisited.get(id);
    if (!node) throw notATree('is missing or has two parents');
    unvisited.delete(id);
    const { name, file, line } = frameOf(toSource(node.callFrame), project);
    builder.open(name);
    if (file !== undefined) builder.inFile(file);
    if (line !== undefined) builder.atLines(line, line);
    if (node.hitCount) {
      builder.count(node.callFrame.functionName === '(idle)' ? 'IDLE' : 'RUNNABLE', node.hitCount);
    }
    pending.push(CLOSE);
    push(node.children ?? []);
  }
  if (unvisited.size > 0) throw notATree('is its own caller');
  return builder.finish();
}

/** Nodes that don't form a tree. */
export const notATree = (fault: string) =>
  new UndecodableProfile(`A node of the CPU profile ${fault}. Save it again, complete.`);
