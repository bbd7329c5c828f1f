import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../../testing/arbitrary-tree';
import { callTree } from '../../testing/text';
import type { CallTree } from '../../tree/call-tree';
import { CallTreeBuilder } from '../../tree/call-tree-builder';
import { writeSpeedscope } from './speedscope';
import { chain, ODD_NAMES, stacksOf } from './stacks-for-test';

const TITLE = { group: 'shop', range: '2026-11-24 13:00 to 14:00 UTC' };

type File = {
  $schema: string;
  name: string;
  shared: { frames: { name: string; file?: string; line?: number }[] };
  profiles: {
    type: string;
    name: string;
    unit: string;
    startValue: number;
    endValue: number;
    events: { type: 'O' | 'C'; frame: number; at: number }[];
  }[];
};

function written(tree: CallTree, states: readonly string[] = tree.states): File {
  return JSON.parse(Buffer.concat([...writeSpeedscope(tree, states, TITLE).chunks()]).toString());
}

/** Stacks and samples in the format of `stacksOf`; throws when frames aren't properly nested. */
function replayed({ shared, profiles }: File): string[] {
  const counts = new Map<string, string[]>();
  for (const { name: state, events, startValue, endValue } of profiles) {
    const open: number[] = [];
    const samples = new Map<string, number>();
    let before = startValue;
    for (const { type, frame, at } of events) {
      const path = open.map((id) => shared.frames[id]?.name).join('\n');
      if (at < before) throw new Error('time runs backwards');
      if (at > before) samples.set(path, (samples.get(path) ?? 0) + at - before);
      before = at;
      if (type === 'O') open.push(frame);
      else if (open.pop() !== frame) throw new Error('another frame is open');
    }
    if (open.length > 0 || before !== endValue) throw new Error('a frame is left open');
    for (const [path, count] of samples) counts.set(path, [...(counts.get(path) ?? []), `${state}=${count}`]);
  }
  return [...counts].map(([path, states]) => [path, ...states.sort()].join(' ')).sort();
}

describe('speedscope', () => {
  const tree = callTree(`
    main 0
      parse RUNNABLE=30 BLOCKED=2
        read RUNNABLE=3
      <Sleep> IDLE=400
  `);

  it('has a profile for each thread state, in which a frame is open during its samples', () => {
    const file = written(tree);
    expect(file.$schema).toBe('https://www.speedscope.app/file-format-schema.json');
    expect(file.name).toBe('shop, 2026-11-24 13:00 to 14:00 UTC');
    expect(file.profiles.map(({ name, type, unit, endValue }) => [name, type, unit, endValue])).toEqual([
      ['RUNNABLE', 'evented', 'none', 33],
      ['BLOCKED', 'evented', 'none', 2],
      ['IDLE', 'evented', 'none', 400],
    ]);
    const frame = (name: string) => file.shared.frames.findIndex((known) => known.name === name);
    expect(file.profiles[2]?.events).toEqual([
      { type: 'O', frame: frame('main'), at: 0 },
      { type: 'O', frame: frame('<Sleep>'), at: 0 },
      { type: 'C', frame: frame('<Sleep>'), at: 400 },
      { type: 'C', frame: frame('main'), at: 400 },
    ]);
    expect(replayed(file)).toEqual(stacksOf(tree));
  });

  it('has only the requested states that have samples', () => {
    expect(written(tree, ['NATIVE', 'IDLE']).profiles.map(({ name }) => name)).toEqual(['IDLE']);
  });

  it('has one empty profile when there are no samples, because speedscope rejects a file without profiles', () => {
    const { profiles } = written(callTree(''));
    expect(profiles).toEqual([
      { type: 'evented', name: 'samples', unit: 'none', events: [], startValue: 0, endValue: 0 },
    ]);
  });

  it('lists a function once, at its lowest line', () => {
    const builder = new CallTreeBuilder();
    for (const line of [9, 3]) {
      builder.open(`main${line}`);
      builder.open('run');
      builder.inFile('a.py');
      builder.atLines(line, line);
      builder.count('WALL_TIME', 1);
      builder.close();
      builder.close();
    }
    const frames = written(builder.finish()).shared.frames.filter(({ name }) => name === 'run');
    expect(frames).toEqual([{ name: 'run', file: 'a.py', line: 3 }]);
  });

  it('keeps any name', () => {
    const { frames } = written(chain(ODD_NAMES)).shared;
    expect(frames.map(({ name }) => name)).toEqual([
      '<root>',
      ...ODD_NAMES.map((name) => name || '<nameless>'),
    ]);
  });

  it('has the stacks of any tree, within the predicted size', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        expect(replayed(written(any))).toEqual(stacksOf(any));
        const { maxBytes, chunks } = writeSpeedscope(any, any.states, TITLE);
        expect(Buffer.concat([...chunks()]).length).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });

  it('survives a round trip of a stack 10,000 frames deep', () => {
    const tall = chain(Array.from({ length: 10_000 }, (_, depth) => `f${depth}`));
    expect(written(tall).profiles[0]?.events).toHaveLength(20_000);
  });
});
