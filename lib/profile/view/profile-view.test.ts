import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { samplesOf } from '../transform/screen';
import { MAX_TOP_FUNCTIONS, topFunctions } from '../transform/top-functions';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { functionKey, pathKey } from '../tree/path-key';
import type { FrameChoice, ViewChoice } from './choice';
import { fromCompact } from './compact';
import { IndexedTree } from './indexed-tree';
import { profileFunctions } from './profile-functions';
import { profileView } from './profile-view';

/** A service with a few wide callers of many narrow functions, most of which share a callee. */
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

const view = (tree: CallTree, choice: ViewChoice) => profileView(new IndexedTree(tree), choice);
const functions = (tree: CallTree, choice: FrameChoice) => profileFunctions(new IndexedTree(tree), choice);

it('also searches the callers of an inspected function', () => {
  const tree = callTree(`
    main 0
      parse 3
        read 5
      render 1
        read 7
          seek 2
  `);
  const inspected = functionKey('read');
  const { matched, inspection } = view(tree, {
    width: 1000,
    view: 'inspect',
    inspected,
    search: '/^(render|seek)$/',
  });
  if (!inspection) throw new Error('No inspection');
  const { names, name } = fromCompact(inspection.callers);
  const found = name.filter((_, node) => inspection.callersMatched?.[node] === 1);
  expect(Array.from(found, (each) => names[each])).toEqual(['render']);
  expect(matched?.filter((is) => is === 1)).toEqual([1]);
  expect(view(tree, { width: 1000, view: 'inspect', inspected }).inspection?.callersMatched).toBe(undefined);
});

it('sends siblings by name', () => {
  const tree = callTree(`
    main 1
      write 2
      read 4
    boot 8
  `);
  const sent = fromCompact(view(tree, { width: 1000 }).tree);
  expect(Array.from(sent.name, (index) => sent.names[index])).toEqual(['', 'boot', 'main', 'read', 'write']);
});

describe('profileView and profileFunctions', () => {
  const tree = serviceTree(250);
  const narrow = { data: 'cpu', width: 100 } as const;

  it('sends the samples of the selected thread states and lists all of them', () => {
    const { tree: sent, states, occurring } = view(tree, narrow);
    expect(sent.states).toEqual(tree.states.filter((state) => states.includes(state)));
    expect(sent.self.map((column) => column.length)).toEqual(states.map(() => sent.depth.length));
    expect(occurring.map(({ state }) => state)).toEqual(tree.states);
  });

  it('counts the frames left out that have samples in the selected states', () => {
    const mixed = callTree('main RUNNABLE=1000\n  read RUNNABLE=1\n    seek WAITING=9\n  wait WAITING=5000');
    expect(view(mixed, narrow)).toMatchObject({ frames: 4, framesLeftOut: 1 });
    expect(view(mixed, { ...narrow, focus: pathKey(mixed, 4) }).framesLeftOut).toBe(1);
  });

  it('reports frames that hotspots and an inspected function lack, whose number isn’t known', () => {
    const wide = callTree('main 1000\n  read 900\n  seek 1');
    const hotspots = { view: 'hotspots', width: 100 } as const;
    expect(view(wide, hotspots).framesLeftOut).toBeUndefined();
    expect(view(wide, { ...hotspots, width: 10_000 }).framesLeftOut).toBe(0);
    const inspect = { view: 'inspect', inspected: functionKey('main'), width: 100 } as const;
    expect(view(wide, inspect).framesLeftOut).toBeUndefined();
    expect(view(wide, { ...inspect, width: 10_000 }).framesLeftOut).toBe(0);
  });

  it('lists the functions of all frames, including those that are not sent', () => {
    expect(view(tree, narrow).framesLeftOut).toBeGreaterThan(1500);
    const top = functions(tree, narrow);
    expect(top.isComplete).toBe(true);
    expect(top.functions).toEqual(topFunctions(tree, cpuOf(tree)));
    expect(top.samples).toBe(cpuOf(tree).total[0]);
    const self = top.functions.reduce((sum, row) => sum + row.self, 0);
    expect(self).toBe(top.samples);
  });

  it('lists the functions with the most total and self when there are too many', () => {
    const large = serviceTree(3 * MAX_TOP_FUNCTIONS);
    const top = functions(large, narrow);
    const whole = topFunctions(large, cpuOf(large));
    expect(top.isComplete).toBe(false);
    expect(top.functions.slice(0, MAX_TOP_FUNCTIONS)).toEqual(whole.slice(0, MAX_TOP_FUNCTIONS));
    const mostSelf = whole.toSorted((a, b) => b.self - a.self).slice(0, MAX_TOP_FUNCTIONS);
    expect(new Set(top.functions.map(({ name }) => name))).toEqual(
      new Set([...whole.slice(0, MAX_TOP_FUNCTIONS), ...mostSelf].map(({ name }) => name)),
    );
  });

  it('searches all frames and lists the functions found', () => {
    const search = { ...narrow, search: ' MAP.g ' };
    const { found, matched, tree: cut } = view(tree, search);
    const expected = topFunctions(tree, cpuOf(tree)).find(({ name }) => name === 'Map.get');
    const isFound = (name: number, node: number) =>
      tree.names[name] === 'Map.get' && (cpuOf(tree).total[node] ?? 0) > 0;
    const frames = Array.from(tree.name).filter(isFound).length;
    expect(found).toEqual({ samples: expected?.total, functions: 1, frames });
    const { names, name } = fromCompact(cut);
    expect(matched).toEqual(Array.from(name, (each) => (names[each] === 'Map.get' ? 1 : 0)));
    expect(functions(tree, search).functions).toEqual([expected]);
    expect(view(tree, { ...narrow, search: ' ' })).not.toHaveProperty('found');
  });

  it('reports names that match only in other thread states', () => {
    const waiting = { data: ['BLOCKED'], width: 1000, search: 'map' } as const;
    expect(view(tree, waiting).found).toEqual({ samples: 0, functions: 0, frames: 0, isElsewhere: true });
    expect(view(tree, { ...waiting, search: 'nobody' }).found).toEqual({
      samples: 0,
      functions: 0,
      frames: 0,
    });
  });

  it('counts nested matches once, within the focused frame', () => {
    const nested = callTree('json 1\n  json:parse 2\n    json:read 4\nidle 8\n  json:dump 16');
    const choice = { data: 'all', width: 1000, search: 'json' } as const;
    expect(view(nested, choice).found).toEqual({ samples: 23, functions: 4, frames: 4 });
    const focus = pathKey(nested, 4);
    expect(view(nested, { ...choice, focus })).toMatchObject({
      focus,
      found: { samples: 16, functions: 1, frames: 1 },
    });
    expect(functions(nested, { ...choice, focus })).toMatchObject({
      focus,
      samples: 24,
      functions: [{ name: 'json:dump', self: 16, total: 16 }],
    });
  });

  it('sends more frames of the focused subtree, which fills the width', () => {
    const focus = pathKey(tree, 1);
    const choice = { data: 'cpu', width: 2000 } as const;
    expect(view(tree, { ...choice, focus }).framesLeftOut).toBeLessThan(
      view(tree, choice).framesLeftOut ?? 0,
    );
    expect(functions(tree, { ...choice, focus }).samples).toBe(cpuOf(tree).total[1]);
  });

  it('searches the whole profile when a hotspot is focused', () => {
    const hot = callTree('read 5\nmain 0\n  read 7\n    json 1');
    const choice = { data: 'all', width: 1000, view: 'hotspots', search: 'read' } as const;
    const focused = view(hot, { ...choice, focus: functionKey('read') });
    expect([focused.focus, focused.found]).toEqual([
      functionKey('read'),
      { samples: 13, functions: 1, frames: 2 },
    ]);
    expect(view(hot, { ...choice, focus: functionKey('nobody') }).focus).toBe('');
  });

  it('sends the narrow frames below a part of an inspected function, or above it', () => {
    const tree = callTree('main 0\n  read 900\n    json 99\n      tiny 1\njob 0\n  wrap 0\n    read 1');
    const [read, json, wrap] = ['read', 'json', 'wrap'].map(functionKey);
    const choice = { data: 'all', width: 100, view: 'inspect', inspected: read ?? '' } as const;
    const namesOf = (choices: Partial<ViewChoice>) => {
      const { tree: callees, inspection } = view(tree, { ...choice, ...choices });
      return [callees, inspection?.callers].map((each) => each && fromCompact(each).name.length);
    };
    // The root, read and json, and the root, read and main; then with tiny, and with wrap and its caller.
    expect(namesOf({})).toEqual([3, 3]);
    expect(namesOf({ focus: `${read}.${json}` })).toEqual([4, 3]);
    expect(namesOf({ focus: `${read}.${wrap}`, side: 'callers' })).toEqual([3, 4]);
    expect(namesOf({ focus: `${read}.${functionKey('nobody')}` })).toEqual([3, 3]);
  });

  it('falls back to the whole profile when it lacks the focused frame', () => {
    const choice = { ...narrow, focus: '0000000000' };
    expect(view(tree, choice).focus).toBe('');
    expect(functions(tree, choice)).toMatchObject({ focus: '', samples: cpuOf(tree).total[0] });
  });
});
