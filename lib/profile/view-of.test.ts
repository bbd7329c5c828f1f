import { describe, expect, it } from 'vitest';
import { CallTreeBuilder } from './call-tree';
import { pathKey } from './path-key';
import { samplesOf } from './screen';
import { callTree } from './text';
import { MOST_FUNCTIONS, topFunctions } from './top-functions';
import { viewOf } from './view-of';

/** A service: a few wide callers, each over very many narrow functions of which most share a helper below. */
function serviceTree(functions: number) {
  const builder = new CallTreeBuilder();
  for (let caller = 0; caller < 4; caller++) {
    builder.open(`handle${caller}`);
    builder.count('RUNNABLE', 50);
    for (let i = 0; i < functions; i++) {
      builder.open(`step${i}`);
      builder.count('RUNNABLE', 1 + (i % 7));
      builder.count('WAITING', 3);
      builder.open('Map.get');
      builder.count('RUNNABLE', i % 5);
      builder.close();
      builder.close();
    }
    builder.close();
  }
  return builder.finish();
}

const cpuOf = (tree: ReturnType<typeof serviceTree>) => ({
  total: samplesOf(tree, ['RUNNABLE']),
  self: samplesOf(tree, ['RUNNABLE'], 'self'),
});

describe('viewOf', () => {
  const tree = serviceTree(400);
  const narrow = { data: 'cpu', width: 100 } as const;

  it('lists the functions of all frames, also of those that are not sent', () => {
    const view = viewOf(tree, narrow);
    expect(view.framesLeftOut).toBeGreaterThan(3000);
    expect(view.top.all).toBe(true);
    expect(view.top.functions).toEqual(topFunctions(tree, cpuOf(tree)));
    expect(view.top.samples).toBe(cpuOf(tree).total[0]);
    const self = view.top.functions.reduce((sum, row) => sum + row.self, 0);
    expect(self).toBe(view.top.samples);
  });

  it('of very many functions lists those with the most total and with the most self, and says so', () => {
    const large = serviceTree(3 * MOST_FUNCTIONS);
    const { top } = viewOf(large, narrow);
    const whole = topFunctions(large, cpuOf(large));
    expect(top.all).toBe(false);
    expect(top.functions.slice(0, MOST_FUNCTIONS)).toEqual(whole.slice(0, MOST_FUNCTIONS));
    const mostSelf = whole.toSorted((a, b) => b.self - a.self).slice(0, MOST_FUNCTIONS);
    expect(new Set(top.functions.map(({ name }) => name))).toEqual(
      new Set([...whole.slice(0, MOST_FUNCTIONS), ...mostSelf].map(({ name }) => name)),
    );
  });

  it('searches all frames and lists the functions found', () => {
    const { found, top } = viewOf(tree, { ...narrow, search: ' MAP.g ' });
    const expected = topFunctions(tree, cpuOf(tree)).find(({ name }) => name === 'Map.get');
    expect(found).toEqual({ samples: expected?.total, functions: 1 });
    expect(top.functions).toEqual([expected]);
    expect(viewOf(tree, { ...narrow, search: ' ' }).found).toBeUndefined();
  });

  it('counts nested matches once, and speaks of the focused frame only', () => {
    const nested = callTree('json 1\n  json:parse 2\n    json:read 4\nidle 8\n  json:dump 16');
    const choice = { data: 'all', width: 1000, search: 'json' } as const;
    expect(viewOf(nested, choice).found).toEqual({ samples: 23, functions: 4 });
    const focus = pathKey(nested, 4);
    expect(viewOf(nested, { ...choice, focus })).toMatchObject({
      focus,
      found: { samples: 16, functions: 1 },
      top: { samples: 24, functions: [{ name: 'json:dump', self: 16, total: 16 }] },
    });
  });

  it('sends the frames that the focused one can show when it fills the width', () => {
    const focus = pathKey(tree, 1);
    const view = viewOf(tree, { data: 'cpu', width: 2000, focus });
    expect(view.framesLeftOut).toBeLessThan(viewOf(tree, { data: 'cpu', width: 2000 }).framesLeftOut);
    expect(view.top.samples).toBe(cpuOf(tree).total[1]);
  });

  it('is of the whole profile when that lacks the focused frame', () => {
    const { focus, top } = viewOf(tree, { ...narrow, focus: '0000000000' });
    expect([focus, top.samples]).toEqual(['', cpuOf(tree).total[0]]);
  });
});
