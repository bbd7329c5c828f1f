import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { type WriteChoice, Writers } from './writers';

const tree = callTree('main RUNNABLE=1 IDLE=2');
const choice = (writer: string): WriteChoice => ({
  writer,
  format: 'folded',
  data: 'all',
  title: { group: 'shop', range: 'an hour' },
});

describe('files that are written', () => {
  it('come piece by piece to their end', () => {
    const writers = new Writers();
    expect(writers.begin(tree, choice('a'))).toMatchObject({ states: ['RUNNABLE', 'IDLE'] });
    expect(Buffer.from(writers.next('a') ?? '').toString()).toBe('main 3\n');
    expect([writers.next('a'), writers.next('a'), writers.next('b')]).toEqual(['end', undefined, undefined]);
  });

  it('are ended before when nobody wants them any more', () => {
    const writers = new Writers();
    writers.begin(tree, choice('a'));
    writers.end('a');
    expect(writers.next('a')).toBeUndefined();
  });

  it('are eight at once, unless one has not been asked for in a minute', () => {
    let now = 0;
    const writers = new Writers(() => now);
    for (let i = 0; i < 8; i++) writers.begin(tree, choice(`${i}`));
    expect(writers.begin(tree, choice('more'))).toBe('busy');
    now = 59_999;
    writers.next('0');
    expect(writers.begin(tree, choice('more'))).toBe('busy');
    now = 60_000;
    expect(writers.begin(tree, choice('more'))).not.toBe('busy');
    expect(writers.next('1')).toBeUndefined();
    expect(writers.next('0')).toBe('end');
  });
});
