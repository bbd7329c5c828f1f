import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeProfile } from '../codec/decode';
import { encodeIon } from '../codec/encode';
import { mergeTrees } from '../transform/merge';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { pathKey } from '../tree/path-key';
import { IndexedTree } from './indexed-tree';

const STATES = ['RUNNABLE', 'WAITING', 'TIMED_WAITING', 'BLOCKED', 'NATIVE', 'IDLE'];
const CALLEES = 250;
const NODES = 1 + CALLEES + CALLEES ** 2;
const MAX_BYTES_PER_NODE = 80;

/** A service whose frames have distinct lines and samples in two of six states. */
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

/** Runs `make` and measures the bytes per node that its buffers occupy. */
function measured<Result>(make: () => Result): { result: Result; bytes: number } {
  const before = bytesInBuffers();
  const result = make();
  return { result, bytes: (bytesInBuffers() - before) / NODES };
}

function indexed(tree: CallTree): IndexedTree {
  const result = new IndexedTree(tree);
  // Of a decoded tree, totals exist once they are read.
  result.total(STATES);
  result.total(['RUNNABLE', 'BLOCKED', 'NATIVE']);
  return result;
}

describe('an indexed tree', () => {
  const tree = serviceTree();
  /** Columns without spare capacity. */
  const exact = { ...tree, self: tree.self.map((column) => column.slice()) };
  const ion = encodeIon({ tree, sampleWeights: {} });
  const texts = tree.names.concat(tree.files).reduce((sum, text) => sum + 150 + 2 * text.length, 0);

  it.each([
    ['decoded', () => indexed(decodeProfile(ion).tree)],
    ['merged', () => indexed(mergeTrees([tree, tree]))],
  ])('takes less than 80 bytes per node with six thread states, and reports its size: %s', (_, make) => {
    const { result, bytes } = measured(make);
    expect(result.tree.name.length).toBe(NODES);
    expect(result.tree.states.length).toBe(STATES.length);
    expect(bytes).toBeLessThan(MAX_BYTES_PER_NODE);
    expect(bytes).toBeGreaterThan(60);
    expect(Math.abs(result.bytes - texts - bytes * NODES)).toBeLessThan(2 * NODES);
  });

  it('finds frames by key, whether or not a view included them', () => {
    const lookup = new IndexedTree(tree);
    const keys = [5, NODES - 1].map((node) => pathKey(tree, node));
    lookup.remember(Uint32Array.of(0, 1, 5));
    expect(keys.map((key) => lookup.nodeAt(key))).toEqual([5, NODES - 1]);
    expect(
      lookup.nodeAt(pathKey(tree, 5).replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    ).toBeUndefined();
  });

  it('reports more when its sample columns are wide', () => {
    const halves = (columns: CallTree['self']) =>
      columns.map((column) => Float64Array.from(column, (samples) => samples / 2));
    const wide = { ...exact, self: halves(exact.self), total: halves(exact.total) };
    expect(new IndexedTree(wide).bytes - new IndexedTree(exact).bytes).toBe((6 * 2 + 1) * 4 * NODES);
  });

  it('counts a shared column once', () => {
    const [first] = exact.self;
    const shared = { ...exact, self: exact.self.map((column) => first ?? column) };
    expect(new IndexedTree(exact).bytes - new IndexedTree(shared).bytes).toBe(5 * 4 * NODES);
  });
});
