import { describe, expect, it } from 'vitest';
import { toCompact } from './compact';
import { mergeCuts, mergeViews } from './pieces';
import { cutForScreen } from './screen';
import { callTree, print } from './text';
import type { ProfileView } from './view';

const screen = { states: ['WALL_TIME'], width: 50 };

describe('mergeCuts', () => {
  it('keeps what was left out of the pieces in the totals', () => {
    const a = cutForScreen(callTree('main 10\n  work 985\n  blink 5'), screen).tree;
    const b = cutForScreen(callTree('main 20\n  blink 3\n  work 977'), screen).tree;
    const merged = mergeCuts([a, b]);
    expect(print(merged)).toEqual(['main 30', '  work 1962']);
    expect([...(merged.total[0] ?? [])]).toEqual([2000, 2000, 1962]);
  });

  it('keeps states apart', () => {
    const merged = mergeCuts([callTree('a RUNNABLE=1'), callTree('a WAITING=2\n  b RUNNABLE=4')]);
    expect(print(merged)).toEqual(['a RUNNABLE=1 WAITING=2', '  b RUNNABLE=4']);
    expect(merged.states).toEqual(['RUNNABLE', 'WAITING']);
    expect(merged.total.map((column) => column[0])).toEqual([5, 2]);
  });
});

describe('mergeViews', () => {
  const view = (text: string, frames: number): ProfileView => ({
    group: 'g',
    tree: toCompact(callTree(text)),
    frames,
    framesLeftOut: frames - 2,
    deepest: frames / 10,
    sampleWeights: { WALL_TIME: 1 },
  });

  it('of none is nothing', () => {
    expect(mergeViews([])).toBeUndefined();
  });

  it('adds samples up and tells the largest piece', () => {
    const merged = mergeViews([view('a 1', 30), view('a 2\n  b 3', 50), view('c 4', 40)]);
    expect(merged).toMatchObject({ frames: 50, framesLeftOut: 48, deepest: 5 });
    expect(merged && print(merged.tree)).toEqual(['a 3', '  b 3', 'c 4']);
  });
});
