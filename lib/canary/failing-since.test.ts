import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { failingSince } from './failing-since';
import { runs } from './runs-text';

test('the start of the newest streak of failed scheduled runs', () => {
  expect(failingSince(runs('F P FFF F'))).toEqual({ since: 10 * MINUTE, count: 2, orEarlier: false });
});

test('a run that goes on neither ends nor begins it', () => {
  expect(failingSince(runs('P F FR'))).toEqual({ since: 5 * MINUTE, count: 1, orEarlier: false });
  expect(failingSince(runs('P R'))).toBeUndefined();
});

test('passing, also after a retry, ends it', () => {
  expect(failingSince(runs('F F FP'))).toBeUndefined();
  expect(failingSince([])).toBeUndefined();
});

test('without a passed run before it, it may have begun earlier', () => {
  expect(failingSince(runs('F F'))).toMatchObject({ count: 2, orEarlier: true });
});

test('one of two browsers failing is failing, also when it is not the newest; one no longer used is not', () => {
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
  expect(failingSince([...runs('P P P'), ...firefox('P F .', 90)])).toBeUndefined();
});
