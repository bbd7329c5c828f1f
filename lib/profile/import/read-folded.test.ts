import { describe, expect, it } from 'vitest';
import { importProfile } from './import-profile';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('folded stacks', () => {
  it('with the same path are merged, wherever they are in the file', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `main;f${i % 10};g${i % 3} ${1 + (i % 2)}`);
    const { tree: united } = importProfile(bytes(lines.join('\n')));
    expect(united.name.length).toBe(1 + 1 + 10 + 30);
    expect(united.total[0]?.[0]).toBe(1500);
  });

  it('can be unsorted and numerous', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `main;f${i % 200};g${i % 7};h${i % 3} 1`);
    const { tree: united } = importProfile(bytes(lines.join('\n')));
    expect([united.name.length, united.total[0]?.[0]]).toEqual([1 + 1 + 200 + 1400 + 4200, 60_000]);
  });

  it('are cut at the maximum depth, with a note', () => {
    const { tree: cut, notes } = importProfile(bytes(`${'a;'.repeat(10_001)}b 5\nc 1`));
    expect([cut.name.length, cut.total[0]?.[0]]).toEqual([10_002, 6]);
    expect(notes[0]).toMatch(/^1 stacks? .*10,000 frames/);
  });

  it('are parsed in linear time', () => {
    const file = bytes(`main${' '.repeat(200_000)}x${' '.repeat(200_000)}y 1`);
    expect(importProfile(file).tree.total[0]?.[0]).toBe(1);
  });
});
