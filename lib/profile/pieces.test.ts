import { describe, expect, it } from 'vitest';
import { pathKey } from './path-key';
import { mergeCuts, mergeViews } from './pieces';
import { cutForScreen } from './screen';
import { callTree, print } from './text';
import type { ProfileView, ViewChoice } from './view';
import { viewOf } from './view-of';

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
  const view = (text: string, frames: number, choice: Partial<ViewChoice> = {}): ProfileView => ({
    group: 'g',
    ...viewOf(callTree(text), { data: 'all', width: 1000, ...choice }),
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

  it('adds top functions up by name, and what a search found', () => {
    const search = { search: 'B' };
    const merged = mergeViews([
      view('a 1\n  b 2', 2, search),
      view('b 4\n  bb 8', 2, search),
      view('c 9', 1),
    ]);
    expect(merged?.top.functions).toEqual([
      { name: 'b', self: 6, total: 14 },
      { name: 'c', self: 9, total: 9 },
      { name: 'bb', self: 8, total: 8 },
    ]);
    expect(merged?.top).toMatchObject({ all: true, samples: 24 });
    expect(merged?.found?.samples).toBe(14);
  });

  it('speaks of the focused frame where the pieces have it, else of the whole', () => {
    const focus = pathKey(callTree('a 1'), 1);
    const merged = mergeViews([view('a 1\n  b 2', 2, { focus }), view('c 5', 1, { focus })]);
    expect(merged).toMatchObject({ focus, top: { samples: 3 } });
    expect(mergeViews([view('c 5', 1, { focus }), view('d 5', 1, { focus })])).toMatchObject({
      focus: '',
      top: { samples: 10 },
    });
  });
});
