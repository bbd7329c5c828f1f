import { MAX_FILE_FRAMES, tooManyFrames } from '../frame-limit';
import type { JsonObject } from '../json-shape';
import { type TraceProfile, trace } from './profiles';

const ROOT = 1;

/** A node as in a .cpuprofile. */
type Node = { id: number; callFrame: JsonObject; hitCount: number; children: number[] };

/**
 * Joins the profiles of all threads under one root, in the form of a .cpuprofile, so that all are named alike. Throws
 * UndecodableProfile.
 */
export function joinProfiles(profiles: readonly TraceProfile[]): { nodes: Node[] } {
  const root: Node = { id: ROOT, callFrame: frameOf({ functionName: '(root)' }), hitCount: 0, children: [] };
  const nodes = [root];
  for (const profile of profiles) addProfile(profile, root, nodes);
  if (countReached(root, nodes) < nodes.length) throw trace.wrong('the tree of its nodes', 'free of circles');
  return { nodes };
}

/** Number of nodes below the root, which it counts too; ids are numbered from 1. */
function countReached(root: Node, nodes: readonly Node[]): number {
  const reached = new Set([root]);
  // The loop also visits the nodes that it adds.
  for (const { children } of reached) {
    for (const id of children) {
      const child = nodes[id - ROOT];
      if (child) reached.add(child);
    }
  }
  return reached.size;
}

function addProfile({ at, nodes, samples }: TraceProfile, root: Node, all: Node[]): void {
  if (all.length + nodes.length > MAX_FILE_FRAMES) throw tooManyFrames();
  const byId = new Map<unknown, Node>();
  for (const node of nodes) {
    const callFrame = frameOf(trace.object(node.callFrame, `${at}: callFrame of node ${node.id}`));
    const isRoot = callFrame.functionName === '(root)' && node.parent === undefined;
    const own = isRoot ? root : { id: all.length + 1, callFrame, hitCount: 0, children: [] };
    if (byId.has(node.id)) throw trace.wrong(`${at}: node ${node.id}`, 'the only one with its id');
    byId.set(node.id, own);
    if (own !== root) all.push(own);
    if (samples.length === 0) own.hitCount += hitsOf(node, at);
  }
  linkNodes(nodes, byId, root, at);
  for (const id of samples) {
    const node = byId.get(id);
    if (!node) throw trace.wrong(`${at}: sample ${id}`, 'the id of a node');
    node.hitCount += 1;
  }
}

/** Adds each node to its caller's children, whichever of the two names the other. */
function linkNodes(
  nodes: readonly JsonObject[],
  byId: ReadonlyMap<unknown, Node>,
  root: Node,
  at: string,
): void {
  const hasCaller = new Set<Node>([root]);
  const link = (caller: Node | undefined, callee: Node | undefined, id: unknown) => {
    if (!caller || !callee) throw trace.wrong(`${at}: caller or callee ${id}`, 'the id of a node');
    caller.children.push(callee.id);
    hasCaller.add(callee);
  };
  for (const node of nodes) {
    if (node.parent !== undefined) link(byId.get(node.parent), byId.get(node.id), node.parent);
    const children =
      node.children === undefined ? [] : trace.list(node.children, `${at}: children of ${node.id}`);
    for (const id of children) link(byId.get(node.id), byId.get(id), id);
  }
  for (const node of byId.values()) if (!hasCaller.has(node)) root.children.push(node.id);
}

function hitsOf({ id, hitCount = 0 }: JsonObject, at: string): number {
  const hits = trace.number(hitCount, `${at}: hitCount of node ${id}`);
  if (!Number.isInteger(hits) || hits < 0)
    throw trace.wrong(`${at}: hitCount of node ${id}`, 'a whole number');
  return hits;
}

/** Chrome omits members that a frame doesn't have. */
function frameOf(frame: JsonObject): JsonObject {
  const { functionName, url, lineNumber, columnNumber } = frame;
  return {
    functionName: typeof functionName === 'string' ? trace.text(functionName, 'a functionName') : '',
    url: typeof url === 'string' ? trace.text(url, 'a url') : '',
    lineNumber: isPosition(lineNumber) ? lineNumber : -1,
    columnNumber: isPosition(columnNumber) ? columnNumber : -1,
  };
}

const isPosition = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= -1 && value <= 0x7fffffff;
