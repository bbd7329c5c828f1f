import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { foldChains } from '../transform/fold-chains';
import { pathKey } from '../tree/path-key';
import { fromCompact } from './compact';
import { Comparison } from './comparison';

const before = callTree('main 10\n  parse 30\n  render 60');
const after = callTree('main 10\n  parse 150\n  paint 40');
const states = ['WALL_TIME'];
const comparison = new Comparison({ tree: before, states }, { tree: after, states });
const width = 1000;
const slots = ['', 'render'];

describe('a comparison', () => {
  it('has both sides of every frame, in samples or in shares of the profile', () => {
    const { tree, samples } = comparison.view({ unit: 'samples' }, { width }, slots);
    expect(samples).toEqual({ baseline: 100, comparison: 200 });
    const rows = (unit: 'share' | 'samples') => {
      const view = fromCompact(comparison.view({ unit }, { width }, slots).tree);
      return Array.from(view.name, (name, node) => [
        view.names[name],
        view.total[0]?.[node],
        view.total[1]?.[node],
      ]);
    };
    expect(tree.states).toEqual(['baseline', 'comparison']);
    expect(rows('samples')).toEqual([
      ['', 100, 200],
      ['main', 100, 200],
      ['parse', 30, 150],
      ['render', 60, 0],
      ['paint', 0, 40],
    ]);
    expect(rows('share')).toContainEqual(['parse', 0.3, 0.75]);
  });

  it('counts the frames left out that have samples on either side, folded or not', () => {
    const tree = callTree('main CPU=0\n  run CPU=1000\n    read CPU=1\n  wait IDLE=9');
    const side = { tree, states: ['CPU'] };
    for (const fold of [undefined, foldChains]) {
      const comparison = new Comparison(side, side, undefined, fold);
      const { framesLeftOut } = comparison.view({ unit: 'samples' }, { width: 100 }, []);
      expect(framesLeftOut).toBe(1);
    }
  });

  it('counts the packages of both sides together, in its legend one figure', () => {
    const [old, now] = ['java.io.File.open', 'java.net.Socket.read'].map((each) =>
      callTree(`main 10\n  ${each} 5\n  java.util.List.add 5`),
    );
    if (!old || !now) throw new Error('no trees');
    const both = new Comparison({ tree: old, states }, { tree: now, states });
    const { self } = both.view({ unit: 'share' }, { width }, ['java.util']);
    expect([self.baseline.others, self.comparison.others]).toEqual([
      { samples: 5, count: 2 },
      { samples: 5, count: 2 },
    ]);
  });

  it('lists the functions that moved most', () => {
    const { moved } = comparison.view({ unit: 'share' }, { width }, slots);
    expect(moved.self.grown.map(({ name }) => name)).toEqual(['parse', 'paint']);
    expect(moved.self.shrunk.map(({ name }) => name)).toEqual(['render']);
    expect(moved.total.shrunk.map(({ name }) => name)).toEqual(['render']);
  });

  it('omits changes within the sampling error unless they are requested', () => {
    const { moved } = comparison.view({ unit: 'share' }, { width }, slots);
    // main has 10 of 100 samples, then 10 of 200: within twice the standard error of 3.4 points.
    expect(moved.self.shrunk.map(({ name }) => name)).toEqual(['render']);
    expect(moved.self.omittedCount).toBe(1);
    const all = comparison.view({ unit: 'share', chance: 'listed' }, { width }, slots).moved;
    expect(all.self.shrunk.map(({ name }) => name)).toEqual(['render', 'main']);
    expect([all.self.omittedCount, all.self.grown]).toEqual([0, moved.self.grown]);
  });

  it('supports focus and search as a profile does', () => {
    const focus = pathKey(before, 2);
    const view = comparison.view({ unit: 'share' }, { width, focus, search: '/^pa/' }, slots);
    expect(view.focus).toBe(focus);
    const { names, name } = fromCompact(view.tree);
    const found = name.filter((_, node) => view.matched?.[node] === 1);
    expect(Array.from(found, (each) => names[each])).toEqual(['parse', 'paint']);
    const all = comparison.view({ unit: 'share' }, { width, search: '/^pa/' }, slots);
    expect(all.found).toEqual({ baseline: 0.3, comparison: 0.95, functions: 2, frames: 2 });
    expect(comparison.view({ unit: 'share' }, { width, search: '/(/' }, slots).searchError).toMatch(
      /missing/,
    );
  });
});
