import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preparePush } from './prepare-push';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const SPEEDSCOPE_IN_BYTES = JSON.stringify({
  $schema: 'https://www.speedscope.app/file-format-schema.json',
  shared: { frames: [{ name: 'main' }] },
  profiles: [
    {
      type: 'sampled',
      name: 'heap',
      unit: 'bytes',
      startValue: 0,
      endValue: 8,
      samples: [[0]],
      weights: [8],
    },
  ],
});

const prepare = (file: string, content?: string, surface: 'command' | 'browser' = 'browser') =>
  preparePush(
    {
      file,
      options: {},
      surface,
      bytes:
        content === undefined
          ? readFileSync(new URL(`../profile/import/testing/fixtures/${file}`, import.meta.url))
          : Buffer.from(content),
    },
    NOW,
  );

describe('preparePush', () => {
  it.each(['p01-duration-is-a-date.pb.gz', 'p11-time-in-future.pb.gz'])(
    'places %s in the last five minutes that have ended, where its link leads',
    (file) => {
      const { span, listedAt, notes } = prepare(file);
      expect(span.from).toBeGreaterThanOrEqual(NOW - 10 * 60_000);
      expect(span.to).toBeLessThanOrEqual(NOW);
      expect(listedAt).toBeUndefined();
      expect(notes.at(-1)).toContain('it was pushed as of the last five minutes that have ended.');
      expect(prepare(file, undefined, 'command').notes).toEqual([...notes, 'Use --at to set another time.']);
    },
  );

  it('tells when charts show a profile whose five minutes are still running', () => {
    const start = Date.parse('2026-11-24T14:31:00Z');
    const trace = JSON.stringify({
      nodes: [{ id: 1, callFrame: { functionName: 'main', url: '', lineNumber: 0 }, children: [] }],
      ...{ samples: [1, 1], timeDeltas: [1000, 1000], startTime: start * 1000, endTime: start * 1000 + 2000 },
    });
    const file = {
      file: 'a.cpuprofile',
      options: {},
      surface: 'browser',
      bytes: Buffer.from(trace),
    } as const;
    expect(preparePush({ ...file, at: start }, NOW).listedAt).toBe(Date.parse('2026-11-24T14:35:00Z'));
    expect(preparePush({ ...file, at: start - 300_000 }, NOW).listedAt).toBeUndefined();
  });

  it('advises options where the user can give them', () => {
    const bytes = (surface: 'command' | 'browser') => () =>
      prepare('heap.json', SPEEDSCOPE_IN_BYTES, surface);
    const fact = "heap.json can't be pushed. Its values are bytes, not thread samples.";
    expect(bytes('command')).toThrow(`${fact} Name a state for them with --state, such as ALLOCATED.`);
    expect(bytes('browser')).toThrow(
      `${fact} To push it, run npm run profile -- push FILE and name a state for them with --state, such as ALLOCATED.`,
    );
    const others = 'p10-foreign-count-types.pb.gz';
    expect(prepare(others, undefined, 'command').notes).toContain('Use --sample-type to read another.');
    expect(prepare(others).notes.join()).not.toContain('--');
  });

  it('notes the samples outside of all functions', () => {
    const { tree, notes } = prepare('c07-root-hits.cpuprofile');
    expect([tree.total[0]?.[0], tree.self[0]?.[0]]).toEqual([15, 5]);
    expect(notes).toEqual(['5 samples are outside of all functions: they count in the whole only.']);
  });

  it.each([
    ['f14-big-counts.folded', undefined, 'Its count at line 1 is too high'],
    ['f15-count-20-digits.folded', undefined, 'Its count at line 1 is too high'],
    ['sum.folded', 'main 1000000000000\nmain 1000000000000', 'Its count at the frame main is too high'],
    ['zeros.folded', 'main 0', 'It has no samples.'],
    ['bad.cpuprofile', '{"nodes":[{"id":"x"}]}', 'nodes.0.id is not valid: it has to be a whole number.'],
    ['bad.cpuprofile', '{"nodes":{}}', 'nodes is not valid: it has to be a list of at least one node.'],
    ['bad.cpuprofile', '{"head":[]}', 'head or one of its children is not an object'],
  ])('refuses %s (%s), with its name and in words', (file, content, words) => {
    const refused = () => prepare(file, content);
    expect(refused).toThrow(expect.objectContaining({ name: 'PushRefused' }));
    expect(refused).toThrow(`${file} can't be pushed. `);
    expect(refused).toThrow(words);
    expect(refused).not.toThrow(/Invalid input|expected|received|undefined/);
  });
});
