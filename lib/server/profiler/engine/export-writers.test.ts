import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { type ExportFile, ExportWriters } from './export-writers';

const tree = callTree('main RUNNABLE=1 IDLE=2');
const file = (id: string): ExportFile => ({
  id,
  format: 'folded',
  data: 'all',
  title: { group: 'shop', range: 'an hour' },
});

describe('ExportWriters', () => {
  it('returns chunks up to the end', () => {
    const writers = new ExportWriters();
    expect(writers.start(tree, file('a'))).toMatchObject({ states: ['RUNNABLE', 'IDLE'] });
    expect(Buffer.from(writers.next('a') ?? '').toString()).toBe('main 3\n');
    expect([writers.next('a'), writers.next('a'), writers.next('b')]).toEqual(['end', undefined, undefined]);
  });

  it('returns nothing of an export that was ended early', () => {
    const writers = new ExportWriters();
    writers.start(tree, file('a'));
    writers.end('a');
    expect(writers.next('a')).toBeUndefined();
  });

  it('is busy with eight exports, unless one has not been read for a minute', () => {
    let now = 0;
    const writers = new ExportWriters(() => now);
    for (let i = 0; i < 8; i++) writers.start(tree, file(`${i}`));
    expect(writers.start(tree, file('more'))).toBe('busy');
    now = 59_999;
    writers.next('0');
    expect(writers.start(tree, file('more'))).toBe('busy');
    now = 60_000;
    expect(writers.start(tree, file('more'))).not.toBe('busy');
    expect(writers.next('1')).toBeUndefined();
    expect(writers.next('0')).toBe('end');
  });
});
