import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { SelfSums } from '@/lib/profile/graph/self-sums';
import { functionKey, pathKeyOf } from '@/lib/profile/tree/path-key';
import type { ViewChoice } from '@/lib/profile/view/choice';
import { DAY } from '@/lib/time/duration';
import { pointAt, startTestAws, TEST_NOW, type TestAws } from '../test-support';
import { engine } from './engine/engine';
import { getComparedView, getProfileView } from './get-profile-view';
import { getRawProfile } from './get-raw-profile';

/** A stack of a raw profile, from its first frame to the one on top, and its samples in one thread state. */
type Stack = { path: string[]; state: string; samples: number };
type RawFrame = { counts?: Record<string, number>; children?: Record<string, RawFrame> };

const HOUR = { group: 'sample-checkout-service', startTime: TEST_NOW - DAY, period: 'PT1H' };
const HOUR_BEFORE = { ...HOUR, startTime: TEST_NOW - 2 * DAY };
const CPU = ['RUNNABLE', 'BLOCKED', 'NATIVE'];
const MINE = ['com.fasterxml.jackson.core', 'java.lang:'];

let aws: TestAws;
let stacks: Stack[];
let stacksBefore: Stack[];

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  pointAt(aws.url);
  stacks = await rawStacks(HOUR);
  stacksBefore = await rawStacks(HOUR_BEFORE);
});

afterAll(async () => {
  await engine().close();
  await aws.close();
});

async function rawStacks(request: typeof HOUR): Promise<Stack[]> {
  const { bytes } = await getRawProfile(request, 'json');
  const found: Stack[] = [];
  const visit = ({ counts = {}, children = {} }: RawFrame, path: string[]) => {
    for (const [state, samples] of Object.entries(counts)) found.push({ path, state, samples });
    for (const [name, child] of Object.entries(children)) visit(child, [...path, name]);
  };
  visit(JSON.parse(Buffer.from(bytes).toString()).callgraph, []);
  return found;
}

/** Name of the function that was running. */
const onTop = ({ path }: Stack) => path.at(-1) ?? '';
const packageOf = (stack: Stack) => parseFrame(onTop(stack)).package;
const inCpu = (all: readonly Stack[]) => all.filter(({ state }) => CPU.includes(state));

function summed(all: readonly Stack[], keyOf: (stack: Stack) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const stack of all) sums.set(keyOf(stack), (sums.get(keyOf(stack)) ?? 0) + stack.samples);
  return sums;
}

/** The ten packages with most self samples in a whole profile. */
const heaviest = (all: readonly Stack[]) =>
  [...summed(all, packageOf)]
    .filter(([name]) => name !== '')
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([name]) => name);

const total = (all: readonly Stack[]) => all.reduce((sum, { samples }) => sum + samples, 0);

const ownSamples = (all: readonly Stack[]) =>
  total(all.filter((stack) => MINE.some((prefix) => onTop(stack).startsWith(prefix))));

/** The sums that the server sends, by name. */
function sent(self: SelfSums, slots: readonly string[]) {
  return {
    samples: self.samples,
    packages: Object.fromEntries(
      slots.flatMap((name, slot) => (name === '' ? [] : [[name, self.slots[slot]]])),
    ),
    unpackaged: self.unpackaged,
    others: self.others,
    states: Object.fromEntries(self.states.map(({ state, samples }) => [state, samples])),
    mine: self.mine,
  };
}

/**
 * The same sums from the stacks on show, with the packages of the frames from the focused one on, unless
 * null. `whole` are all stacks of the profile.
 */
function expected(shown: readonly Stack[], whole: readonly Stack[], above: number | null = 0) {
  const sums = summed(shown, packageOf);
  const coloured = heaviest(whole);
  const isOther = (name: string) => name !== '' && !coloured.includes(name);
  const others = [...sums].filter(([name]) => isOther(name));
  const seen = new Set(
    shown.flatMap(({ path }) => path.slice(above ?? 0).map((name) => parseFrame(name).package)),
  );
  return {
    samples: total(shown),
    packages: Object.fromEntries(coloured.map((name) => [name, sums.get(name) ?? 0])),
    unpackaged: sums.get('') ?? 0,
    others: {
      ...(above !== null && { count: [...seen].filter(isOther).length }),
      samples: others.reduce((sum, [, samples]) => sum + samples, 0),
    },
    states: Object.fromEntries(
      [...new Set(whole.map(({ state }) => state))].map((state) => [
        state,
        total(shown.filter((stack) => stack.state === state)),
      ]),
    ),
    mine: { prefixes: MINE, samples: ownSamples(shown) },
  };
}

/** A comparison's sums, which are by package only. */
const compared = (...of: Parameters<typeof expected>) => ({
  ...expected(...of),
  states: {},
  mine: undefined,
});

async function sums(choice: Omit<ViewChoice, 'width'>) {
  const { data } = await getProfileView({ ...HOUR, width: 1600, data: 'cpu', mine: MINE, ...choice });
  return { ...data, named: sent(data.self, data.slots) };
}

/** A frame halfway up the heaviest stack, and the function on top of it. */
function heavyFrame() {
  const { path } = inCpu(stacks).reduce((a, b) => (b.path.length > 3 && b.samples > a.samples ? b : a));
  return {
    path: path.slice(0, Math.ceil(path.length / 2)),
    caller: path.at(-2) ?? '',
    top: path.at(-1) ?? '',
  };
}

const startsWith = (path: readonly string[], first: readonly string[]) =>
  first.every((name, i) => path[i] === name);

describe('self samples of the frames on show are those of the raw profile', () => {
  it('in the whole flame graph, by package, thread state and own code', async () => {
    const { named, slots } = await sums({});
    const cpu = inCpu(stacks);
    expect(named).toEqual(expected(cpu, cpu));
    expect(slots).toHaveLength(10);
    expect(Object.keys(named.states).length).toBeGreaterThan(1);
    expect(named.mine?.samples).toBeGreaterThan(0);
  });

  it('zoomed into a frame, with the colours of the whole profile', async () => {
    const { path } = heavyFrame();
    const shown = inCpu(stacks).filter((stack) => startsWith(stack.path, path));
    const { named } = await sums({ focus: pathKeyOf(path) });
    expect(named).toEqual(expected(shown, inCpu(stacks), path.length - 1));
    expect(named.samples).toBeLessThan(total(inCpu(stacks)));
  });

  it('in hotspots, whole and zoomed into a caller', async () => {
    const cpu = inCpu(stacks);
    expect((await sums({ view: 'hotspots' })).named).toEqual(expected(cpu, cpu));
    const { top, caller } = heavyFrame();
    const shown = cpu.filter(({ path }) => path.at(-1) === top && path.at(-2) === caller);
    const focus = `${functionKey(top)}.${functionKey(caller)}`;
    expect((await sums({ view: 'hotspots', focus })).named).toEqual(expected(shown, cpu, null));
  });

  it('in an inspected function and all that it called', async () => {
    const cpu = inCpu(stacks);
    const name = heavyFrame().path.at(-1) ?? '';
    const shown = cpu
      .filter(({ path }) => path.includes(name))
      .map((stack) => ({ ...stack, path: stack.path.slice(stack.path.indexOf(name)) }));
    expect((await sums({ view: 'inspect', inspected: functionKey(name) })).named).toEqual(
      expected(shown, cpu, null),
    );
  });

  it('without hidden functions and the callees of collapsed ones, with the colours of the whole profile', async () => {
    const { caller, top } = heavyFrame();
    const collapsed = heavyFrame().path.at(-1) ?? '';
    const change = (stack: Stack): Stack => {
      const at = stack.path.indexOf(collapsed);
      const path = at < 0 ? stack.path : stack.path.slice(0, at + 1);
      return { ...stack, path: path.filter((name) => name !== top && name !== caller) };
    };
    const hidden = [top, caller].map(functionKey);
    const shown = inCpu(stacks).map(change);
    const { named } = await sums({ hidden, collapsed: [functionKey(collapsed)] });
    expect(named).toEqual(expected(shown, inCpu(stacks)));
    expect(named.packages).not.toEqual(expected(inCpu(stacks), inCpu(stacks)).packages);
    const path = shown.find(({ path }) => path.length > 2)?.path.slice(0, 2) ?? [];
    const zoomed = await sums({ hidden, collapsed: [functionKey(collapsed)], focus: pathKeyOf(path) });
    const below = shown.filter((stack) => startsWith(stack.path, path));
    expect(zoomed.named).toEqual(expected(below, inCpu(stacks), path.length - 1));
  });

  it('down to a maximum depth, below which samples are nobody’s self', async () => {
    const cpu = inCpu(stacks);
    const maxDepth = 20;
    const { data } = await getProfileView({ ...HOUR, width: 1600, data: 'cpu', mine: MINE, maxDepth });
    const shown = cpu.filter(({ path }) => path.length <= maxDepth);
    expect(total(shown)).toBeLessThan(total(cpu));
    const cut = cpu.map((stack) => ({ ...stack, path: stack.path.slice(0, maxDepth) }));
    const { count } = expected(cut, cut).others;
    const { others, ...sums } = expected(shown, cut);
    const all = { ...sums, samples: total(cpu), others: { ...others, count } };
    expect(sent(data.self, data.slots)).toEqual(all);
  });

  it('on both sides of a comparison, whole and zoomed, with the colours of the comparison', async () => {
    const [cpu, cpuBefore] = [inCpu(stacks), inCpu(stacksBefore)];
    const choice = { ...HOUR, width: 1600, data: 'cpu', baseline: HOUR_BEFORE } as const;
    for (const unit of ['share', 'samples'] as const) {
      const { data } = await getComparedView({ ...choice, unit });
      expect(sent(data.self.comparison, data.slots)).toEqual(compared(cpu, cpu));
      expect(sent(data.self.baseline, data.slots)).toEqual(compared(cpuBefore, cpu));
    }
    const { path } = heavyFrame();
    const { data } = await getComparedView({ ...choice, unit: 'share', focus: pathKeyOf(path) });
    const below = (all: readonly Stack[]) => all.filter((stack) => startsWith(stack.path, path));
    const above = path.length - 1;
    expect(sent(data.self.comparison, data.slots)).toEqual(compared(below(cpu), cpu, above));
    expect(sent(data.self.baseline, data.slots)).toEqual(compared(below(cpuBefore), cpu, above));
    expect(data.slots).toEqual((await sums({})).slots);
  });
});
