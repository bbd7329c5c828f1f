import fc from 'fast-check';
import { Profile as Pprof } from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../../testing/arbitrary-tree';
import { callTree } from '../../testing/text';
import type { CallTree, Profile } from '../../tree/call-tree';
import { CallTreeBuilder } from '../../tree/call-tree-builder';
import { writePprof } from './pprof';
import { chain, ODD_NAMES, stacksOf } from './stacks-for-test';

const TITLE = { group: 'shop', range: '2026-11-24 13:00 to 14:00 UTC' };

const profileOf = (tree: CallTree): Profile => ({ tree, sampleWeights: {} });

const bytesOf = (profile: Profile, states = profile.tree.states) =>
  Buffer.concat([...writePprof(profile, states, TITLE).chunks()]);

/** A pprof file as another program's parser reads it. */
function read(bytes: Uint8Array) {
  const { stringTable, sampleType, sample, location, function: functions, ...rest } = Pprof.decode(bytes);
  const text = (index: number | bigint) => stringTable.strings[Number(index)];
  const states = sampleType.map(({ type, unit }) => ({ type: text(type) ?? '', unit: text(unit) }));
  const frame = (id: number | bigint) => {
    const { functionId = 0, line = 0 } = location[Number(id) - 1]?.line[0] ?? {};
    const { name = 0, filename = 0 } = functions[Number(functionId) - 1] ?? {};
    return { name: text(name) ?? '', file: text(filename) ?? '', line: Number(line) };
  };
  const samples = sample.map(({ locationId, value }) => ({
    frames: locationId.map(frame).reverse(),
    value: value.map(Number),
  }));
  const stacks = samples.map(({ frames, value }) => {
    const counts = states.slice(0, -1).map(({ type }, i) => `${type}=${value[i]}`);
    const nonZero = counts.filter((count) => !count.endsWith('=0')).sort();
    return [frames.map(({ name }) => name).join('\n'), ...nonZero].join(' ');
  });
  return { ...rest, text, states, samples, stacks: stacks.sort() };
}

describe('pprof', () => {
  const tree = callTree(`
    main 0
      parse RUNNABLE=30 BLOCKED=2
        read RUNNABLE=3
      <Sleep> IDLE=400
  `);

  it('has a sample type for each thread state, and their sum as the default', () => {
    const { states, samples, stacks, text, defaultSampleType } = read(bytesOf(profileOf(tree)));
    expect(states).toEqual(
      ['RUNNABLE', 'BLOCKED', 'IDLE', 'samples'].map((type) => ({ type, unit: 'count' })),
    );
    expect(text(defaultSampleType)).toBe('samples');
    expect(samples.map(({ value }) => value)).toEqual([
      [30, 2, 0, 32],
      [3, 0, 0, 3],
      [0, 0, 400, 400],
    ]);
    expect(stacks).toEqual(stacksOf(tree));
  });

  it('has only the requested states', () => {
    const { states, samples } = read(bytesOf(profileOf(tree), ['IDLE', 'NATIVE']));
    expect(states.map(({ type }) => type)).toEqual(['IDLE', 'samples']);
    expect(samples.map(({ value }) => value)).toEqual([[400, 400]]);
  });

  it('has the time range and the title of the profile', () => {
    const start = 1_795_300_138_071;
    const bytes = bytesOf({ ...profileOf(tree), start, end: start + 60_000 });
    const { timeNanos, durationNanos, period, mapping, comment, text } = read(bytes);
    expect(timeNanos).toBe(BigInt(start) * 1_000_000n);
    expect(BigInt(durationNanos)).toBe(60_000_000_000n);
    expect(period).toBe(1);
    expect(mapping.map(({ filename, hasFunctions }) => [text(filename), hasFunctions])).toEqual([
      ['shop', true],
    ]);
    expect(comment.map(text)).toEqual(['Profiling group shop, 2026-11-24 13:00 to 14:00 UTC, from Triptych']);
    expect(read(bytesOf({ ...profileOf(tree), start: -5, end: 1e300 })).timeNanos).toBe(0);
  });

  it('distinguishes functions by file and locations by line', () => {
    const builder = new CallTreeBuilder();
    for (const [file, line] of [
      ['a.py', 3],
      ['b.py', 3],
      ['a.py', 9],
    ] as const) {
      builder.open(`main${file}${line}`);
      builder.open('run');
      builder.inFile(file);
      builder.atLines(line, line + 1);
      builder.count('WALL_TIME', 1);
      builder.close();
      builder.close();
    }
    const bytes = bytesOf(profileOf(builder.finish()));
    expect(read(bytes).samples.map(({ frames }) => frames[1])).toEqual([
      { name: 'run', file: 'a.py', line: 3 },
      { name: 'run', file: 'b.py', line: 3 },
      { name: 'run', file: 'a.py', line: 9 },
    ]);
    const { function: functions, stringTable } = Pprof.decode(bytes);
    const runs = functions.filter(({ name }) => stringTable.strings[Number(name)] === 'run');
    expect(runs).toHaveLength(2);
  });

  it('keeps any name', () => {
    const names = read(bytesOf(profileOf(chain(ODD_NAMES)))).samples[0]?.frames.map(({ name }) => name);
    const wellFormed = ODD_NAMES.map((name) => name.replace('\ud800', '\ufffd') || '<nameless>');
    expect(names).toEqual(wellFormed);
  });

  it('has no samples when the profile is empty', () => {
    const { samples, states } = read(bytesOf(profileOf(callTree(''))));
    expect([samples, states.map(({ type }) => type)]).toEqual([[], ['samples']]);
  });

  it('clamps counts to the largest value of the format', () => {
    const builder = new CallTreeBuilder();
    builder.open('f');
    builder.count('A', 2 ** 53 + 2);
    builder.count('B', 1e300);
    const { samples } = read(bytesOf(profileOf(builder.finish())));
    expect(samples[0]?.value).toEqual([2 ** 53 + 2, 2 ** 63 - 1024, 2 ** 63 - 1024]);
  });

  it('has the stacks of any tree, within the predicted size', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        const { maxBytes } = writePprof(profileOf(any), any.states, TITLE);
        const bytes = bytesOf(profileOf(any));
        expect(read(bytes).stacks).toEqual(stacksOf(any));
        expect(bytes.length).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });

  it('survives a round trip of a stack 10,000 frames deep', () => {
    const names = Array.from({ length: 10_000 }, (_, depth) => `f${depth % 300}`);
    const { samples } = read(bytesOf(profileOf(chain(names))));
    expect(samples[0]?.frames.map(({ name }) => name)).toEqual(names);
  });
});
