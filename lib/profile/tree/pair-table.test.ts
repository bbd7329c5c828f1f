import { expect, it } from 'vitest';
import { PairTable } from './pair-table';

it.each([0, 1, 3, 512])('numbers pairs in order of first appearance, from a capacity of %d', (capacity) => {
  const table = new PairTable(capacity);
  const pairs = Array.from({ length: 3000 }, (_, i): [number, number] => [i % 70, 0xffffffff - (i % 43)]);
  pairs.push([0, 0], [0xffffffff, 0], [0, 1]);
  const ids = pairs.map(([first, second]) => table.id(first, second));
  expect(table.size).toBe(new Set(pairs.map(String)).size);
  expect(new Set(ids)).toEqual(new Set(Array.from({ length: table.size }, (_, id) => id)));
  pairs.forEach(([first, second], i) => {
    const id = ids[i] ?? -1;
    expect([table.first[id], table.second[id]]).toEqual([first, second]);
    expect(table.id(first, second)).toBe(id);
  });
});
