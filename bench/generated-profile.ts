import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { randomNumbers } from './random';

const START = Date.parse('2026-11-21T10:00:00Z');
const FIVE_MINUTES = 300_000;
const MAX_DEPTH = 100;
const METHODS = 20_000;
/** Share of frames with a single callee, as in frameworks. */
const CHAINED = 0.6;
const METHODS_PER_CLASS = 8;
const SAMPLES_PER_SECOND = 1;

const OWNERS = ['com.example.shop', 'com.example.billing', 'org.springframework', 'java.util', 'io.netty'];
const LAYERS = ['web', 'handler', 'service', 'cache', 'codec', 'pool', 'store', 'event', 'metric', 'query'];
const KINDS = ['Controller', 'Service', 'Repository', 'Codec', 'Pool', 'Filter', 'Reader', 'Mapper'];
const VERBS = ['handle', 'load', 'find', 'apply', 'encode', 'decode', 'invoke', 'validate'];
const THINGS = ['Order', 'Cart', 'Invoice', 'Session', 'Price', 'Customer', 'Payment', 'Item'];
const STATES = ['RUNNABLE', 'WAITING', 'TIMED_WAITING', 'BLOCKED', 'NATIVE', 'IDLE'];

/**
 * Generates a profile of a Java service with exactly `nodes` nodes including the root: heavy-tailed, at most 100 deep, with
 * some 20,000 names, files and lines. Deterministic for a seed.
 */
export function generatedProfile(nodes: number, seed: number): Profile {
  return {
    tree: generatedTree(nodes, positiveRandomNumbers(seed)),
    start: START,
    end: START + FIVE_MINUTES,
    sampleWeights: Object.fromEntries(STATES.map((state) => [state, SAMPLES_PER_SECOND])),
  };
}

type Method = { name: string; file: string; lineFrom: number; lineTo: number };

/** A frame to open: its method and the size of its subtree. */
type Planned = { method: number; nodes: number };

function generatedTree(nodes: number, random: () => number): CallTree {
  const builder = new CallTreeBuilder();
  const methods = Array.from({ length: METHODS }, (_, method) => methodAt(method));
  const waiting: (Planned | undefined)[] = callees({ method: 0, nodes }, 0, random);
  let depth = 0;
  while (waiting.length > 0) {
    const frame = waiting.pop();
    if (!frame) {
      builder.close();
      depth -= 1;
      continue;
    }
    depth += 1;
    openMethod(builder, methods[frame.method] ?? methodAt(frame.method));
    countSamples(builder, frame, random);
    waiting.push(undefined, ...callees(frame, depth, random));
  }
  return builder.finish();
}

function methodAt(method: number): Method {
  const type = Math.floor(method / METHODS_PER_CLASS);
  const path = `${pick(OWNERS, type)}.${pick(LAYERS, type * 7)}${type % 53}`;
  const owner = `${pick(THINGS, type * 3)}${pick(KINDS, type)}${type}`;
  const line = 20 + (method % METHODS_PER_CLASS) * 40;
  return {
    name: `${path}.${owner}:${pick(VERBS, method)}${pick(THINGS, method * 5)}${method}`,
    file: `${path.replaceAll('.', '/')}/${owner}.java`,
    lineFrom: line,
    lineTo: line + (method % 31),
  };
}

function openMethod(builder: CallTreeBuilder, { name, file, lineFrom, lineTo }: Method): void {
  builder.open(name);
  builder.inFile(file);
  builder.atLines(lineFrom, lineTo);
}

/** Every leaf has samples, inner frames only some; a few have very many. The thread states depend on the method. */
function countSamples(builder: CallTreeBuilder, { method, nodes }: Planned, random: () => number): void {
  if (nodes > 1 && random() < 0.8) return;
  const samples = Math.min(100_000, Math.floor(random() ** -1.1));
  const state = method % 10 < 6 ? 0 : method % STATES.length;
  builder.count(STATES[state] ?? '', samples);
  if (random() < 0.1) builder.count(pick(STATES, state + 1), 1 + Math.floor(samples / 4));
}

/** The callees of a frame. A few of them get most of the nodes. */
function callees({ method, nodes }: Planned, depth: number, random: () => number): Planned[] {
  const below = nodes - 1;
  if (below <= 0) return [];
  const isLastLevel = depth === MAX_DEPTH - 1;
  const count = isLastLevel
    ? below
    : Math.min(below, random() < CHAINED ? 1 : Math.ceil(2 * random() ** -0.6));
  const shares = Array.from({ length: count }, () => random() ** 4 + 1e-3);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const chosen = new Set<number>();
  let remaining = below - count;
  return shares.map((share, i) => {
    const more =
      i === count - 1 ? remaining : Math.min(remaining, Math.floor((share / whole) * (below - count)));
    remaining -= more;
    return { method: calleeOf(method, chosen, random), nodes: 1 + more };
  });
}

/** Picks a callee not in `chosen`, most often one of a few favourites. */
function calleeOf(method: number, chosen: Set<number>, random: () => number): number {
  let rank = Math.floor(random() ** -0.7);
  let callee = calleeAt(method, rank);
  while (chosen.has(callee)) callee = calleeAt(method, ++rank);
  chosen.add(callee);
  return callee;
}

const calleeAt = (method: number, rank: number) =>
  ((Math.imul(method + 1, 0x9e3779b1) ^ Math.imul(rank, 0x85ebca6b)) >>> 0) % METHODS;

const pick = (of: readonly string[], index: number) => of[index % of.length] ?? '';

/** Pseudo-random numbers in (0, 1], safe for negative powers. */
function positiveRandomNumbers(seed: number): () => number {
  const random = randomNumbers(seed);
  return () => random() + 2 ** -32;
}
