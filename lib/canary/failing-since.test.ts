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
