import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeProfile } from '../codec/decode';
import { encodeIon } from '../codec/encode';
import { mergeTrees } from '../transform/merge';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { pathKey } from '../tree/path-key';
import { KnownTree } from './indexed-tree';

const STATES = ['RUNNABLE', 'WAITING', 'TIMED_WAITING', 'BLOCKED', 'NATIVE', 'IDLE'];
const CALLEES = 250;
const NODES = 1 + CALLEES + CALLEES ** 2;
const MOST_BYTES = 80;

/** A service in which every frame has another line, and samples in two of six states. */
function serviceTree(): CallTree {
  const builder = new CallTreeBuilder();
  const open = (node: number, callee: number) => {
    builder.open(`com.example.Shop:call${callee}`);
    builder.inFile(`Shop${callee % 50}.java`);
    builder.atLines(node + 1, node + 5);
    builder.count(STATES[node % 6] ?? '', node);
    builder.count(STATES[(node + 1) % 6] ?? '', 500);
  };
  for (let caller = 0; caller < CALLEES; caller++) {
    open(caller, caller);
    for (let callee = 0; callee < CALLEES; callee++) {
      open(CALLEES * (caller + 1) + callee, callee);
      builder.close();
    }
    builder.close();
  }
  return builder.finish();
}

let collectGarbage: () => void;

beforeAll(() => {
  setFlagsFromString('--expose-gc');
  collectGarbage = runInNewContext('gc');
});

function bytesInBuffers(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

/** What is made, with the bytes of a node that its buffers have in the process's memory. */
function measured<Made>(make: () => Made): { made: Made; bytes: number } {
  const before = bytesInBuffers();
  const made = make();
  return { made, bytes: (bytesInBuffers() - before) / NODES };
}

function looked(tree: CallTree): KnownTree {
  const known = new KnownTree(tree);
  known.total(['RUNNABLE', 'BLOCKED', 'NATIVE']);
  return known;
}

describe('a tree that is held', () => {
  const tree = serviceTree();
  /** Its columns have no room to spare. */
  const exact = { ...tree, self: tree.self.map((column) => column.slice()) };
  const ion = encodeIon({ tree, sampleWeights: {} });
  const texts = tree.names.concat(tree.files).reduce((sum, text) => sum + 150 + 2 * text.length, 0);

  it.each([
    ['decoded', () => looked(decodeProfile(ion).tree)],
    ['merged', () => looked(mergeTrees([tree, tree]))],
  ])('takes less than 80 bytes a node in six thread states, and says how many: %s', (_, make) => {
    const { made, bytes } = measured(make);
    expect(made.tree.name.length).toBe(NODES);
    expect(made.tree.states.length).toBe(STATES.length);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(bytes).toBeGreaterThan(60);
    expect(Math.abs(made.bytes - texts - bytes * NODES)).toBeLessThan(2 * NODES);
  });

  it('finds frames by their keys, whether they were shown or not', () => {
    const known = new KnownTree(tree);
    const keys = [5, NODES - 1].map((node) => pathKey(tree, node));
    known.showed(Uint32Array.of(0, 1, 5));
    expect(keys.map((key) => known.nodeAt(key))).toEqual([5, NODES - 1]);
    expect(
      known.nodeAt(pathKey(tree, 5).replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    ).toBeUndefined();
  });

  it('says more when its samples are wide', () => {
    const halves = (columns: CallTree['self']) =>
      columns.map((column) => Float64Array.from(column, (samples) => samples / 2));
    const wide = { ...exact, self: halves(exact.self), total: halves(exact.total) };
    expect(new KnownTree(wide).bytes - new KnownTree(exact).bytes).toBe((6 * 2 + 1) * 4 * NODES);
  });

  it('counts a column once that stands for several', () => {
    const [first] = exact.self;
    const shared = { ...exact, self: exact.self.map((column) => first ?? column) };
    expect(new KnownTree(exact).bytes - new KnownTree(shared).bytes).toBe(5 * 4 * NODES);
  });
});
