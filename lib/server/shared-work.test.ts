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

test('keeps one work that alone is larger than all may be, besides the others, until a larger one is used', () => {
  const { work, keep, keys } = kept(3, { a: 1, large: 4, b: 1, c: 1 });
  expect(keys()).toEqual(['a', 'b', 'c', 'large']);
  keep('d', 1);
  expect(keys()).toEqual(['b', 'c', 'd', 'large']);
  const large = work.get('large');
  if (!large) throw new Error('nothing large is kept');
  work.activate('large', large);
  keep('larger', 5);
  expect(keys(), 'what is in use counts for nothing').toEqual(['b', 'c', 'd', 'large', 'larger']);
  work.retire('large', large, true);
  expect(keys()).toEqual(['b', 'c', 'd', 'large']);
});
