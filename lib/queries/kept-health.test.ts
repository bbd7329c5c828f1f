import { expect, test } from 'vitest';
import { healthOf } from '@/lib/canary/health/health-of';
import { runs } from '@/lib/canary/runs-text';
import { DAY, MINUTE } from '@/lib/time/duration';
import type { HealthSoFar } from './canaries-health';
import { healthOfRange, keepHealth } from './kept-health';

const NOW = 40 * DAY;
const CANARY = { name: 'a', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };
const lastDays = (days: number, now = NOW) => ({ from: now - days * DAY, to: now });

const reading = (): HealthSoFar => {
  const health = healthOf({ runs: runs('P F'), from: 0 }, CANARY, { span: lastDays(1), now: NOW, bins: 4 });
  return { health, isCovered: true, runCount: 2, warnings: [] };
};

test('shows no canary of another range as one of this range', () => {
  const [a, b] = [reading(), reading()];
  const kept = keepHealth({}, { a, b }, lastDays(1));
  expect(healthOfRange(kept, { span: lastDays(1), bins: 48 })).toEqual({
    byName: { a, b },
    ofOtherRange: {},
  });
  expect(healthOfRange(kept, { span: lastDays(30), bins: 48 })).toEqual({
    byName: {},
    ofOtherRange: { a: a.health, b: b.health },
  });
  const longer = reading();
  const both = keepHealth(kept, { a: longer }, lastDays(30));
  expect(healthOfRange(both, { span: lastDays(30), bins: 48 })).toEqual({
    byName: { a: longer },
    ofOtherRange: { b: b.health },
  });
});

test('keeps what is shown while a range moves on by less than one of its parts', () => {
  const kept = keepHealth({}, { a: reading() }, lastDays(1));
  const after = (minutes: number) =>
    Object.keys(healthOfRange(kept, { span: lastDays(1, NOW + minutes * MINUTE), bins: 48 }).byName);
  expect([after(29), after(31), after(-31)]).toEqual([['a'], [], []]);
});
