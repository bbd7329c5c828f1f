import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { failingSince } from './failing-since';
import { runs } from './runs-text';

test('returns the start of the newest streak of failed scheduled runs', () => {
  expect(failingSince(runs('F P FFF F'))).toEqual({ since: 10 * MINUTE, count: 2, orEarlier: false });
});

test('neither ends nor starts a streak with a running run', () => {
  expect(failingSince(runs('P F FR'))).toEqual({ since: 5 * MINUTE, count: 1, orEarlier: false });
  expect(failingSince(runs('P R'))).toBeUndefined();
});

test('ends a streak with a pass, even after a retry', () => {
  expect(failingSince(runs('F F FP'))).toBeUndefined();
  expect(failingSince([])).toBeUndefined();
});

test('may have started earlier if no passed run is known before it', () => {
  expect(failingSince(runs('F F'))).toMatchObject({ count: 2, orEarlier: true });
});

test('fails if one of two browsers does, even if it is not the newest, but not for a browser no longer used', () => {
  const firefox = (picture: string, lateMs: number) =>
    runs(picture).map((run) => ({
      ...run,
      id: `firefox-${run.id}`,
      scheduledRunId: `firefox-${run.scheduledRunId}`,
      browserType: 'FIREFOX',
      started: run.started + lateMs,
    }));
  expect(failingSince([...runs('P P P'), ...firefox('P F F', 90)])?.count).toBe(2);
  expect(failingSince([...runs('P P P'), ...firefox('P F F', -90)])?.count).toBe(2);
  expect(failingSince([...runs('P P P'), ...firefox('P F .', 90)])?.count).toBe(1);
  expect(failingSince([...runs('P P P P P P'), ...firefox('P F . . . .', 90)])).toBeUndefined();
});
