import { expect, test } from 'vitest';
import { healthOf } from '@/lib/canary/health/health-of';
import { runs } from '@/lib/canary/runs-text';
import type { HealthSoFar } from '@/lib/canary/stream/health-so-far';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { type HealthRange, healthOfRange, type KeptHealth, keepHealth, outdatedHealth } from './kept-health';
import { type Batch, nextBatch } from './next-batch';

const NOW = 40 * DAY;
const CANARY = { name: 'a', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };
const lastDays = (days: number, now = NOW, choice?: string): HealthRange => ({
  ...{ span: { from: now - days * DAY, to: now }, now, bins: 48, choice },
});

const reading = (isWhole = true): HealthSoFar => {
  const { span } = lastDays(1);
  const health = healthOf({ runs: runs('P F'), from: 0 }, CANARY, { span, now: NOW, bins: 4 });
  return { health, isCovered: true, runCount: 2, warnings: [], ...(isWhole && { asOf: NOW }) };
};

test('shows no canary of another range as one of this range', () => {
  const [a, b] = [reading(), reading()];
  const kept = keepHealth({}, { a, b }, lastDays(1));
  expect(healthOfRange(kept, lastDays(1))).toEqual({
    byName: { a, b },
    ofOtherRange: {},
    current: new Set(['a', 'b']),
  });
  expect(healthOfRange(kept, lastDays(30))).toEqual({
    byName: {},
    ofOtherRange: { a: a.health, b: b.health },
    current: new Set(),
  });
  const longer = reading();
  const both = keepHealth(kept, { a: longer }, lastDays(30));
  expect(healthOfRange(both, lastDays(30))).toEqual({
    byName: { a: longer },
    ofOtherRange: { b: b.health },
    current: new Set(['a']),
  });
});

test('keeps what is shown while a range moves on by less than one of its parts', () => {
  const kept = keepHealth({}, { a: reading() }, lastDays(1));
  const after = (minutes: number) =>
    Object.keys(healthOfRange(kept, lastDays(1, NOW + minutes * MINUTE)).byName);
  expect([after(29), after(31), after(-31)]).toEqual([['a'], [], []]);
});

test('keeps what is shown of the same choice however far it moves on, until it is read whole again', () => {
  const [before, later] = [lastDays(1, NOW, 'now-1d now'), lastDays(1, NOW + 10 * HOUR, 'now-1d now')];
  const a = reading();
  const kept = keepHealth({}, { a }, before);
  expect(healthOfRange(kept, later)).toEqual({ byName: { a }, ofOtherRange: {}, current: new Set() });
  const begun = keepHealth(kept, { a: reading(false) }, later);
  expect(healthOfRange(begun, later).byName.a).toBe(a);
  const again = reading();
  expect(healthOfRange(keepHealth(begun, { a: again }, later), later)).toEqual({
    ...{ byName: { a: again }, ofOtherRange: {}, current: new Set(['a']) },
  });
});

test('shows what was read until it is read again at the same present', () => {
  const a = reading();
  const range = lastDays(1);
  const outdated = outdatedHealth(keepHealth({}, { a }, range));
  expect(healthOfRange(outdated, range)).toEqual({ byName: { a }, ofOtherRange: {}, current: new Set() });
  const again = reading();
  const { byName, current } = healthOfRange(keepHealth(outdated, { a: again }, range), range);
  expect([byName.a, current]).toEqual([again, new Set(['a'])]);
});

test('shows what is being read of another choice, and replaces a reading by why it failed the next time', () => {
  const kept = keepHealth({}, { a: reading() }, lastDays(1, NOW, 'now-1d now'));
  const part = reading(false);
  const longer = lastDays(30, NOW, 'now-30d now');
  expect(healthOfRange(keepHealth(kept, { a: part }, longer), longer).byName.a).toBe(part);
  const failed = {
    ...reading(false),
    problem: { code: 'throttled', status: 429, message: 'AWS is busy.', retryable: true },
  };
  const later = lastDays(1, NOW + MINUTE, 'now-1d now');
  const { byName, current } = healthOfRange(keepHealth(kept, { a: failed }, later), later);
  expect([byName.a, current]).toEqual([failed, new Set(['a'])]);
});

test('reads all canaries again in batches at each new present, with what was read before until then', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  let kept: KeptHealth = {};
  let batch: Batch = { names: [], turn: 0 };
  const readAll = (range: HealthRange) => {
    const batches: string[] = [];
    const knownCounts: number[] = [];
    const next = () =>
      nextBatch(
        batch,
        names,
        { isOpen: (name) => !healthOfRange(kept, range).current.has(name), isPaused: false },
        2,
      );
    for (batch = next(); batch.names.length > 0; batch = next()) {
      batches.push(batch.names.join(' '));
      kept = keepHealth(kept, Object.fromEntries(batch.names.map((name) => [name, reading()])), range);
      knownCounts.push(Object.keys(healthOfRange(kept, range).byName).length);
    }
    return { batches, knownCounts };
  };
  const batches = ['a b', 'c d', 'e'];
  expect(readAll(lastDays(30))).toEqual({ batches, knownCounts: [2, 4, 5] });
  const later = lastDays(30, NOW + 10 * HOUR);
  expect(readAll(later)).toEqual({ batches, knownCounts: [5, 5, 5] });
  expect(readAll(later)).toEqual({ batches: [], knownCounts: [] });
});
