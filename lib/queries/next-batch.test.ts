import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Batch, nextBatch } from './next-batch';

const NONE: Batch = { names: [], turn: 0 };
const progress = (read: readonly string[], isPaused = false) => ({
  ...{ isOpen: (name: string) => !read.includes(name), isPaused },
});

test('reads in the given order, the next batch once one is read', () => {
  const wanted = ['a', 'b', 'c'];
  const first = nextBatch(NONE, wanted, progress([]), 2);
  expect(first).toEqual({ names: ['a', 'b'], turn: 1 });
  expect(nextBatch(first, wanted, progress(['a']), 2), 'b is still open').toBe(first);
  const second = nextBatch(first, wanted, progress(['a', 'b']), 2);
  expect(second).toEqual({ names: ['c'], turn: 2 });
  const end = nextBatch(second, wanted, progress(wanted), 2);
  expect(end).toEqual({ names: [], turn: 3 });
  expect(nextBatch(end, wanted, progress(wanted), 2)).toBe(end);
});

test('begins no batch while it is paused, and stops when nothing is wanted', () => {
  expect(nextBatch(NONE, ['a'], progress([], true))).toBe(NONE);
  const reading = { names: ['a'], turn: 1 };
  expect(nextBatch(reading, ['a', 'b'], progress([], true))).toBe(reading);
  expect(nextBatch(reading, [], progress([]))).toEqual({ names: [], turn: 1 });
  expect(nextBatch(NONE, [], progress([]))).toBe(NONE);
});

test('reads each canary once, whatever the size of batches', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 });
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 7 }), (wanted, size) => {
      const read: string[] = [];
      let batch = nextBatch(NONE, wanted, progress(read), size);
      while (batch.names.length > 0) {
        expect(batch.names.length).toBeLessThanOrEqual(size);
        read.push(...batch.names);
        batch = nextBatch(batch, wanted, progress(read), size);
      }
      expect(read).toEqual(wanted);
    }),
  );
});
