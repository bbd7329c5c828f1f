import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preparePush } from './prepare-push';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const prepare = (file: string, content?: string) =>
  preparePush(
    {
      file,
      options: {},
      bytes:
        content === undefined
          ? readFileSync(new URL(`../profile/import/testing/fixtures/${file}`, import.meta.url))
          : Buffer.from(content),
    },
    NOW,
  );

describe('preparePush', () => {
  it.each(['p01-duration-is-a-date.pb.gz', 'p11-time-in-future.pb.gz'])(
    'places %s at the current time, where its link leads',
    (file) => {
      const { span, notes } = prepare(file);
      expect(span.from).toBeGreaterThan(NOW - 60_000);
      expect(span.to).toBeLessThanOrEqual(NOW);
      expect(notes.at(-1)).toContain('it was pushed with the current time');
    },
  );

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
