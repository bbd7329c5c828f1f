import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import type { ObjectStore } from '../objects/object-store';
import { holdLease } from './lease';

let stored: Uint8Array | undefined;
let now = 0;

/** A store that lets others go first before it answers, as many times as it is told. */
const storeFor = (turns: () => number) =>
  ({
    read: async () => {
      for (let left = turns(); left > 0; left--) await Promise.resolve();
      return stored;
    },
    write: async (_path: string, bytes: Uint8Array) => {
      for (let left = turns(); left > 0; left--) await Promise.resolve();
      stored = bytes;
    },
  }) as unknown as ObjectStore;

const hold = (holder: string, turns: () => number = () => 0) =>
  holdLease({
    ...{ objects: storeFor(turns), path: 'leader', holder, leaseMs: 3 * MINUTE, now: () => now },
    // As long as any write that another instance has begun.
    settle: async () => {
      for (let left = 100; left > 0; left--) await Promise.resolve();
    },
  });

beforeEach(() => {
  stored = undefined;
  now = 0;
});

test('the one that leads keeps leading, and another one leads once it has been away', async () => {
  expect([await hold('a'), await hold('b'), await hold('a')]).toEqual([true, false, true]);
  now = 2 * MINUTE;
  expect([await hold('a'), await hold('b')]).toEqual([true, false]);
  now = 5 * MINUTE;
  expect([await hold('b'), await hold('a')]).toEqual([true, false]);
});

test('a lease that can’t be read, or ends too far in the future, is free', async () => {
  for (const text of ['{', '{"holder":1}', JSON.stringify({ holder: 'x', until: 19 * MINUTE })]) {
    stored = Buffer.from(text);
    expect(await hold('a')).toBe(true);
  }
});

test('of several that begin at once exactly one leads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(12), { minLength: 12, maxLength: 12 }), async (delays) => {
      stored = undefined;
      const waits = delays.values();
      const turns = () => waits.next().value ?? 0;
      const leads = await Promise.all(['a', 'b', 'c'].map((holder) => hold(holder, turns)));
      expect(leads.filter(Boolean)).toHaveLength(1);
    }),
  );
});
