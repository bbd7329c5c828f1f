import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { loadedRuns } from '../loaded-for-test';
import type { Canary, CanaryRun } from '../run';
import { runs } from '../runs-text';
import { healthOf } from './health-of';

const SLOT = 5 * MINUTE;
const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };

const words = fc.array(fc.constantFrom('P', 'P', 'F', 'FP', 'FFP', 'FFF', 'R', '.'), {
  minLength: 1,
  maxLength: 40,
});

const healthOfSlots = (from: number, to: number, now: number, all: readonly CanaryRun[], known: number) =>
  healthOf({ runs: all, from: known }, CANARY, { span: { from: from * SLOT, to: to * SLOT }, now, bins: 20 });

test('the order of runs and doubles in an older state do not matter', () => {
  fc.assert(
    fc.property(words, fc.infiniteStream(fc.nat()), (picture, order) => {
      const all = runs(picture.join(' '));
      const now = picture.length * SLOT;
      const stale = all.map(({ completed: _, ...run }): CanaryRun => ({ ...run, state: 'RUNNING' }));
      const keyed = [...all, ...stale, ...all].map((run) => ({ run, key: order.next().value ?? 0 }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ run }) => run);
      const health = healthOfSlots(0, picture.length, now, all, 0);
      const { durations, ...rest } = healthOfSlots(0, picture.length, now, shuffled, 0);
      expect({ ...rest, durations: health.durations }).toEqual(health);
      expect([durations.p50, durations.p95]).toEqual([health.durations.p50, health.durations.p95]);
    }),
  );
});

test('pages that end anywhere and shift while they are read give the same figures of the range', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 1, max: 7 }),
      fc.nat(3),
      fc.nat(20),
      (picture, size, shift, first) => {
        const all = runs(picture.join(' '));
        const from = Math.min(first, picture.length - 1);
        const now = picture.length * SLOT;
        const pages: { runs: CanaryRun[]; nextToken?: string }[] = [];
        for (let start = 0; start < all.length; start += size) {
          const page = all.slice(Math.max(0, start - shift), start + size);
          const isLast = start + size >= all.length;
          pages.push({ runs: page, ...(!isLast && { nextToken: 'more' }) });
          if (page.some(({ started }) => started <= from * SLOT)) break;
        }
        const loaded = loadedRuns(pages);
        const partly = healthOfSlots(
          from,
          picture.length,
          now,
          loaded.runs,
          Math.min(loaded.from, from * SLOT),
        );
        const wholly = healthOfSlots(from, picture.length, now, all, 0);
        expect([partly.passed, partly.finished, partly.coverage, partly.heartbeat.failed]).toEqual([
          wholly.passed,
          wholly.finished,
          wholly.coverage,
          wholly.heartbeat.failed,
        ]);
        if (partly.finished > 0) expect(partly.now.state).toBe(wholly.now.state);
      },
    ),
  );
});

test('every scheduled run that is known is in one part of the heartbeat', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (picture, bins) => {
      const span = { from: 0, to: picture.length * SLOT };
      const { heartbeat, passed, finished } = healthOf({ runs: runs(picture.join(' ')), from: 0 }, CANARY, {
        span,
        now: span.to,
        bins,
      });
      const sum = (column: number[]) => column.reduce((total, count) => total + count, 0);
      expect(sum(heartbeat.passed) + sum(heartbeat.retried)).toBe(passed);
      expect(sum(heartbeat.failed)).toBe(finished - passed);
      expect(sum(heartbeat.running)).toBe(picture.filter((word) => word === 'R').length);
    }),
  );
});
