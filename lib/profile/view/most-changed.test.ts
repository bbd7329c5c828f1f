import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { samplesOf } from '../transform/screen';
import { topList } from '../transform/top-functions';
import { mostChanged } from './most-changed';

const listed = (text: string) => {
  const tree = callTree(text);
  return topList(
    tree,
    { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') },
    0,
  );
};

/** A service with an endpoint, and what the endpoint spends on recommendations, on loading, and on everything else. */
const service = ({ recommend = 0, load = 3000, other = 6000 }) =>
  listed(`
    main 0
      handle 500
        invoke 0
          recommend 0
            rank 0
              sqrt ${Math.round(recommend * 0.6)}
              norm ${recommend - Math.round(recommend * 0.6)}
          load ${load}
        sqrt 300
      other ${other}
  `);

const before = service({});
const changeOf = (...args: Parameters<typeof mostChanged>) => mostChanged(...args);

describe('mostChanged', () => {
  it('names the outermost function that is new as a whole, neither main nor what it calls', () => {
    const now = service({ recommend: 1400 });
    expect(changeOf(now, [before])).toEqual({
      name: 'recommend',
      before: 0,
      now: 1400 / now.samples,
      isAtMost: { before: false, now: false },
      baseline: 0,
    });
  });

  it('names it also when it is gone', () => {
    expect(changeOf(before, [service({ recommend: 1400 })])).toMatchObject({ name: 'recommend', now: 0 });
  });

  it('names what changed since any of the baselines, the first where all agree', () => {
    const now = service({ recommend: 1400 });
    expect(changeOf(now, [now, before])).toMatchObject({ name: 'recommend', baseline: 1 });
    expect(changeOf(now, [before, before])).toMatchObject({ name: 'recommend', baseline: 0 });
    expect(changeOf(now, [undefined, before])).toMatchObject({ baseline: 1 });
  });

  it('names nothing within the sampling error, for a trifle, or without samples', () => {
    expect(changeOf(before, [before])).toBeUndefined();
    expect(changeOf(service({ recommend: 30 }), [before])).toBeUndefined();
    expect(changeOf(listed('main 10\n  a 5'), [listed('main 15')])).toBeUndefined();
    expect(changeOf(before, [listed('main 0')])).toBeUndefined();
    expect(changeOf(before, [])).toBeUndefined();
  });

  it('knows a share only as at most the least listed one where a list leaves functions out', () => {
    const many = Array.from({ length: 300 }, (_, i) => `  f${i} ${2000 - i}`).join('\n');
    const wide = { ...listed(`main 0\n${many}`), isComplete: false };
    const now = { ...wide, functions: [{ name: 'fresh', self: 60_000, total: 60_000 }, ...wide.functions] };
    // 299 functions and main are the first 300 by total.
    expect(changeOf(now, [wide])).toMatchObject({
      name: 'fresh',
      before: 1702 / wide.samples,
      isAtMost: { before: true, now: false },
    });
    const rare = { ...wide, functions: [...wide.functions, { name: 'rare', self: 1600, total: 1600 }] };
    expect(changeOf(rare, [wide])).toBeUndefined();
  });

  it('names a function that grew, or a caller that grew nearly as much, whatever else there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 9000 }),
        (recommend, load, other) => {
          const [old, now] = [service({ load, other }), service({ recommend, load, other })];
          const share = recommend / now.samples;
          const changed = changeOf(now, [old]);
          const total = (list: typeof now, name = '') =>
            (list.functions.find((each) => each.name === name)?.total ?? 0) / list.samples;
          const weight = (name?: string) =>
            (total(now, name) - total(old, name)) ** 2 / Math.max(total(now, name), total(old, name));
          expect(changed).toBeDefined();
          expect(changed?.name).not.toBe('main');
          expect(['sqrt', 'norm', 'rank']).not.toContain(changed?.name);
          expect(weight(changed?.name)).toBeGreaterThanOrEqual(0.95 * share);
        },
      ),
    );
  });
});

it('lists a caller before what only it calls, so that the outermost of equal functions is named', () => {
  expect(
    listed(`
      zoo 0
        yak 0
          bee 5
      ant 5
    `).functions.map(({ name }) => name),
  ).toEqual(['bee', 'ant', 'zoo', 'yak']);
});
