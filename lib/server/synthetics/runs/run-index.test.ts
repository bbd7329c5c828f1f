import { expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { pointAt, TEST_NOW } from '../../test-support';
import { CANARY, minuteRun } from './reader-for-test';
import { runsBytes } from './run-bytes';
import { RunIndex } from './run-index';

it('forgets runs some time after AWS has', async () => {
  pointAt('http://127.0.0.1:1');
  const canary = { ...CANARY, successRetentionDays: 1, failureRetentionDays: 1 };
  const runs = Array.from({ length: 4 * 1440 + 1 }, (_, minutes) => minuteRun(minutes - 3 * 1440));
  let now = TEST_NOW;
  const read = async (token: string | undefined) => {
    const kept = runs.filter(({ started }) => started < now && started >= now - DAY);
    const from = Number(token ?? 0);
    const nextToken = from + 100 < kept.length ? { nextToken: String(from + 100) } : {};
    return { runs: kept.slice(from, from + 100), ...nextToken, asOf: now, unreadableCount: 0 };
  };
  const index = new RunIndex(() => canary, read, undefined);
  const { signal } = new AbortController();
  for (let day = 0; day < 3; day++) {
    now = TEST_NOW + day * DAY;
    process.env.TRIPTYCH_NOW = new Date(now).toISOString();
    await index.refresh(signal);
    while (index.known.from > now - DAY + MINUTE && !index.isOver) await index.readOlder(signal);
    expect(index.known.newestFirst().filter(({ started }) => started >= now - DAY)).toHaveLength(1440);
    expect(index.bytes).toBeLessThanOrEqual(runsBytes(runs.slice(0, 2 * 1440)));
  }
});
