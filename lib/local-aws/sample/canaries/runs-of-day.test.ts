import { describe, expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { DAY, HOUR } from '@/lib/time/duration';
import { sampleCanaries } from './canaries';
import { episodesIn } from './episodes';
import { runsOfDay } from './runs-of-day';
import type { SampleCanary } from './sample-canary';

const LAST = Date.parse('2026-11-24T00:00:00Z') / DAY;
const DAYS = Array.from({ length: 31 }, (_, i) => LAST - 30 + i);

function sample(name: string): SampleCanary {
  const found = sampleCanaries.find(({ canary }) => canary.name === name);
  if (!found) throw new Error(`no sample canary ${name}`);
  return found;
}

const month = new Map<string, CanaryRun[]>(
  sampleCanaries.map((sample) => [sample.canary.name, DAYS.flatMap((day) => runsOfDay(sample, day))]),
);
const monthOf = (name: string) => month.get(name) ?? [];

test('a day has the same runs each time', () => {
  expect(runsOfDay(sample('sample-checkout'), LAST)).toEqual(runsOfDay(sample('sample-checkout'), LAST));
});

test('a day has the runs that start on it, with retries after midnight on the next day only', () => {
  for (const [name, runs] of month) {
    expect(new Set(runs.map(({ id }) => id)).size, name).toBe(runs.length);
    for (const { scheduledRunId, retryAttempt = 0, started } of runs.filter((run) => run.retryAttempt)) {
      const first = runs.find((run) => run.scheduledRunId === scheduledRunId && !run.retryAttempt);
      expect(first?.started ?? 0, `${name} ${retryAttempt}`).toBeLessThan(started);
    }
  }
  const day = runsOfDay(sample('sample-api-health'), LAST);
  expect(day.every(({ started }) => Math.floor(started / DAY) === LAST)).toBe(true);
});

describe('a month', () => {
  test.each(sampleCanaries.map((sample) => [sample.canary.name, sample] as const))(
    'of %s respects its timeout and retries, and mostly passes',
    (name, { canary }) => {
      const runs = monthOf(name);
      const durations = runs.map(({ started, completed = 0 }) => completed - started);
      expect(Math.min(...durations)).toBeGreaterThan(0);
      expect(Math.max(...durations)).toBeLessThan(canary.timeoutSeconds * 1000);
      expect(runs.some(({ retryAttempt = 0 }) => retryAttempt > canary.maxRetries)).toBe(false);
      const passed = runs.filter(({ state }) => state === 'PASSED').length / runs.length;
      expect(passed).toBeGreaterThan(0.75);
      expect(passed).toBeLessThan(1);
    },
  );

  test('has failures that a retry fixed and failures that no retry fixed', () => {
    const runs = monthOf('sample-checkout');
    const last = (state: string, attempt: number) =>
      runs.some((run) => run.state === state && run.retryAttempt === attempt);
    expect(last('PASSED', 1)).toBe(true);
    expect(last('FAILED', 2)).toBe(true);
  });

  test('has runs whose script passed but whose artifacts were lost', () => {
    const lost = monthOf('sample-asset-upload').filter(
      ({ stateReasonCode }) => stateReasonCode === 'EXECUTION_FAILURE',
    );
    expect(lost.length).toBeGreaterThan(5);
    expect(lost.every(({ state, testResult }) => state === 'FAILED' && testResult === 'PASSED')).toBe(true);
  });

  test('has passed runs with an empty reason and without a reason', () => {
    const reasons = new Set(
      monthOf('sample-search')
        .filter(({ state }) => state === 'PASSED')
        .map((run) => run.stateReason),
    );
    expect(reasons).toEqual(new Set(['', undefined]));
  });

  test('has gaps where runs timed out', () => {
    const runs = monthOf('sample-api-health').filter(({ dryRunId }) => !dryRunId);
    const gaps = runs.filter((run, i) => run.started - (runs[i - 1]?.started ?? run.started) > 90_000);
    expect(gaps.length).toBeGreaterThan(10);
  });

  test('has a week without runs, apart from dry runs, for the canary that pauses', () => {
    const runs = monthOf('sample-report-export').filter(({ dryRunId }) => !dryRunId);
    const from = Date.parse('2026-11-02T08:00:00Z');
    expect(runs.some(({ started }) => started >= from && started < from + 7 * DAY)).toBe(false);
    expect(runs.some(({ started }) => started > from - 2 * HOUR && started < from)).toBe(true);
  });

  test('has runs in every location, of which one fails for hours by itself', () => {
    const runs = monthOf('sample-store-finder').filter(({ dryRunId }) => !dryRunId);
    const of = (location: string) => runs.filter((run) => run.location === location);
    const failedShare = (location: string) =>
      of(location).filter(({ state }) => state === 'FAILED').length / of(location).length;
    for (const location of ['us-east-1', 'eu-west-1', 'ap-southeast-2']) {
      expect(of(location).length, location).toBeGreaterThan(30 * 24 * 12);
    }
    expect(failedShare('eu-west-1')).toBeGreaterThan(0.05);
    expect(failedShare('us-east-1')).toBeLessThan(0.05);
  });

  test('has hours without a run for the canary that falls silent', () => {
    const runs = monthOf('sample-stock-feed').filter(({ dryRunId }) => !dryRunId);
    const gaps = runs.filter((run, i) => run.started - (runs[i - 1]?.started ?? run.started) > 3 * HOUR);
    expect(gaps.length).toBeGreaterThan(10);
  });

  test('has slower runs by day than by night, and a long tail', () => {
    const runs = monthOf('sample-api-health').filter(({ state }) => state === 'PASSED');
    const durations = (from: number, to: number) =>
      runs
        .filter(({ started }) => started % DAY >= from * HOUR && started % DAY < to * HOUR)
        .map(({ started, completed = 0 }) => completed - started)
        .sort((a, b) => a - b);
    const quantile = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    expect(quantile(durations(13, 17), 0.5)).toBeGreaterThan(1.2 * quantile(durations(1, 5), 0.5));
    const all = durations(0, 24);
    expect(quantile(all, 0.999)).toBeGreaterThan(4 * quantile(all, 0.5));
  });
});

test('in most hours of any month some canary had an outage in the last twelve hours', () => {
  for (const start of ['2026-01-10', '2026-11-01', '2027-07-05']) {
    const from = Date.parse(`${start}T00:00:00Z`);
    const outages = sampleCanaries
      .flatMap((sample) => episodesIn(sample, from - DAY, from + 30 * DAY))
      .filter(({ kind }) => kind === 'outage');
    const hours = Array.from({ length: 30 * 24 }, (_, i) => from + i * HOUR);
    const recent = hours.filter((hour) => outages.some((o) => o.from <= hour && o.to > hour - 12 * HOUR));
    expect(recent.length / hours.length).toBeGreaterThan(0.8);
  }
});
