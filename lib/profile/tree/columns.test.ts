import { describe, expect, it } from 'vitest';
import { packProfile, unpackProfile } from '../codec/packed';
import { mergeTrees } from '../transform/merge';
import { CallTreeBuilder } from './call-tree-builder';
import { resized } from './columns';

describe('a resized column', () => {
  it('is a view when there is little spare capacity', () => {
    const column = Uint16Array.from({ length: 104 }, (_, i) => i);
    const first = resized(column, 100);
    expect(first).toEqual(column.slice(0, 100));
    expect(first.buffer).toBe(column.buffer);
  });

  it('is a copy when there is much spare capacity, or too little', () => {
    const column = Int16Array.of(-1, 2, 3, 4);
    expect(resized(column, 2)).toEqual(Int16Array.of(-1, 2));
    expect(resized(column, 2).buffer.byteLength).toBe(4);
    expect(resized(column, 6)).toEqual(Int16Array.of(-1, 2, 3, 4, 0, 0));
  });
});

describe('the columns of a tree', () => {
  const DEPTH = 70_000;

  /** A stack of `count` frames, each with its own name, file and lines. */
  function deep(count: number) {
    const builder = new CallTreeBuilder();
    for (let i = 1; i <= count; i++) {
      builder.open(`f${i}`);
      builder.inFile(`f${i}.ts`);
      builder.atLines(i, i + 1);
    }
    return builder.finish();
  }

  const counted = (first: number) => Array.from({ length: DEPTH }, (_, i) => first + i);

  it.each([
    ['built', deep(DEPTH)],
    ['merged', mergeTrees([deep(DEPTH), deep(3)])],
    ['unpacked', unpackProfile(packProfile({ tree: deep(DEPTH), sampleWeights: {} })).tree],
  ])('are wide when numbers don’t fit in narrow ones: %s', (_, { name, depth, file, lineFrom, lineTo }) => {
    expect([name, depth, lineFrom, lineTo].every((column) => column instanceof Uint32Array)).toBe(true);
    expect(file).toBeInstanceOf(Int32Array);
    expect(Array.from(name.subarray(1))).toEqual(counted(1));
    expect(Array.from(depth.subarray(1))).toEqual(counted(1));
    expect(Array.from(file.subarray(1))).toEqual(counted(0));
    expect(Array.from(lineFrom.subarray(1))).toEqual(counted(1));
    expect(Array.from(lineTo.subarray(1))).toEqual(counted(2));
  });

  it('are narrow when all numbers are small', () => {
    const { name, depth, file, lineFrom, lineTo } = deep(300);
    expect([name, depth, lineFrom, lineTo].every((column) => column instanceof Uint16Array)).toBe(true);
    expect(file).toBeInstanceOf(Int16Array);
  });
});

it('a tree doesn’t depend on the progress reported to the builder', () => {
  const shares = [() => 0, () => Number.NaN, () => 1, () => 2, (size: number) => size / 6000, () => 1e-9];
  const trees = shares.map((share) => {
    let size = 0;
    const builder = new CallTreeBuilder(undefined, () => share(size));
    for (size = 1; size < 6000; size++) {
      builder.open(`f${size % 7}`);
      builder.count('A', size % 3);
      if (size % 5 < 4) builder.close();
    }
    return builder.finish();
  });
  for (const tree of trees) expect(tree).toEqual(trees[0]);
});
