import { expect, test } from 'vitest';
import { SharedWork } from './shared-work';

type Work = { size: number };

function kept(maxSize: number, sizes: Record<string, number>) {
  const work = new SharedWork<Work>({ maxSize, sizeOf: ({ size }) => size });
  const keep = (key: string, size: number) => {
    const made = { size };
    work.activate(key, made);
    work.retire(key, made, true);
  };
  for (const [key, size] of Object.entries(sizes)) keep(key, size);
  return { work, keep, keys: () => [...work.entries()].map(([key]) => key).sort() };
}

test('keeps what was used last, and not what was only looked at', () => {
  const { work, keep, keys } = kept(3, { a: 1, b: 1, c: 1 });
  work.get('a');
  expect(work.peek('b')).toBeDefined();
  keep('d', 1);
  expect(keys()).toEqual(['a', 'c', 'd']);
});

test('keeps work that is larger than all may be, alone, until other work is kept', () => {
  const { keep, keys } = kept(3, { a: 1, b: 1, large: 4 });
  expect(keys()).toEqual(['large']);
  keep('d', 1);
  expect(keys()).toEqual(['d']);
});
