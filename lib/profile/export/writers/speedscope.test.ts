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

/** Stacks and samples as `stacksOf` has them; throws where frames don't open and close within one another. */
function replayed({ shared, profiles }: File): string[] {
  const counts = new Map<string, string[]>();
  for (const { name: state, events, startValue, endValue } of profiles) {
    const open: number[] = [];
    const samples = new Map<string, number>();
    let before = startValue;
    for (const { type, frame, at } of events) {
      const path = open.map((id) => shared.frames[id]?.name).join('\n');
      if (at < before) throw new Error('time goes back');
      if (at > before) samples.set(path, (samples.get(path) ?? 0) + at - before);
      before = at;
      if (type === 'O') open.push(frame);
      else if (open.pop() !== frame) throw new Error('another frame is open');
    }
    if (open.length > 0 || before !== endValue) throw new Error('not all is closed');
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

  it('has a profile for each state, in which a frame is open while it has samples', () => {
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

  it('has only the states asked for that have samples', () => {
    expect(written(tree, ['NATIVE', 'IDLE']).profiles.map(({ name }) => name)).toEqual(['IDLE']);
  });

  it('of nothing has one empty profile, since speedscope opens no file without any', () => {
    const { profiles } = written(callTree(''));
    expect(profiles).toEqual([
      { type: 'evented', name: 'samples', unit: 'none', events: [], startValue: 0, endValue: 0 },
    ]);
  });

  it('has a function once, at the lowest line it was seen in', () => {
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

  it('of any tree has its stacks, in no more bytes than were foretold', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        expect(replayed(written(any))).toEqual(stacksOf(any));
        const { maxBytes, chunks } = writeSpeedscope(any, any.states, TITLE);
        expect(Buffer.concat([...chunks()]).length).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });

  it('10,000 frames deep is read back', () => {
    const tall = chain(Array.from({ length: 10_000 }, (_, depth) => `f${depth}`));
    expect(written(tall).profiles[0]?.events).toHaveLength(20_000);
  });
});
