import { describe, expect, it } from 'vitest';
import type { Recommendation } from '@/lib/profile/range/findings';
import { callTree } from '@/lib/profile/testing/text';
import { samplesOf } from '@/lib/profile/transform/screen';
import { topList } from '@/lib/profile/transform/top-functions';
import { summaryParts } from './summary-parts';

const functionsOf = (text: string) => {
  const tree = callTree(text);
  const samples = { self: samplesOf(tree, tree.states, 'self'), total: samplesOf(tree, tree.states) };
  return topList(tree, samples, 0);
};

const today = functionsOf(`
  main 40
    read 300
    sqrt 200
    write 100
    format 10
  <GC> 0
    mark 90
    copy 260
`);

const recommendation = (name: string, ...functions: string[]): Recommendation => ({
  name,
  description: '',
  steps: '',
  share: 0.35,
  places: functions.length,
  matches: functions.map((each) => ({ name: each, path: [each], share: 0.35 })),
});

const garbage = recommendation('Garbage collection', '<GC>');

const told = (...args: Parameters<typeof summaryParts>) =>
  summaryParts(...args).map(({ name, kind, share }) => `${name} ${kind} ${share}`);

describe('summaryParts', () => {
  it('names the three functions with the most self', () => {
    expect(told(today, undefined, [])).toEqual(['read self 0.3', 'copy self 0.26', 'sqrt self 0.2']);
  });

  it('adds the function of a recommendation with its share of the same samples', () => {
    const [last] = summaryParts(today, undefined, [garbage]).slice(-1);
    expect(last).toMatchObject({ name: '<GC>', kind: 'total', share: 0.35, recommendation: garbage.name });
  });

  it('leaves out recommendations about small, several, unknown or named functions', () => {
    const others = [
      recommendation('Formatting', 'format'),
      recommendation('Input and output', 'write', 'main'),
      recommendation('Unknown', 'nothing'),
      recommendation('Reading', 'read'),
    ];
    expect(told(today, undefined, others)).toHaveLength(3);
  });

  it('has a change beyond the sampling error, and none within it', () => {
    const yesterday = functionsOf(`
      main 40
        read 150
        sqrt 190
        write 360
      copy 260
    `);
    expect(
      summaryParts(today, { now: today, before: yesterday }, []).map(({ name, change }) => [name, change]),
    ).toEqual([
      ['read', { before: 0.15, now: 0.3 }],
      ['copy', undefined],
      ['sqrt', undefined],
    ]);
  });

  it('takes both sides of a change from the compared profiles, not from the shown one', () => {
    const now = functionsOf('main 600\n  read 400');
    const [part] = summaryParts(today, { now, before: functionsOf('main 900\n  read 100') }, []);
    expect(part).toMatchObject({ name: 'read', share: 0.3, change: { before: 0.1, now: 0.4 } });
  });

  it('has no change of a function that the list of the baseline may have left out', () => {
    const yesterday = functionsOf('main 1000');
    const isChanged = (isComplete: boolean) =>
      summaryParts(today, { now: today, before: { ...yesterday, isComplete } }, []).map(
        (part) => part.change !== undefined,
      );
    expect(isChanged(true)).toEqual([true, true, true]);
    expect(isChanged(false)).toEqual([false, false, false]);
  });

  it('is empty without samples', () => {
    const none = functionsOf('main 0');
    expect(told(none, { now: none, before: today }, [garbage])).toEqual([]);
    expect(summaryParts(today, { now: today, before: none }, [])[0]?.change).toBeUndefined();
  });
});
