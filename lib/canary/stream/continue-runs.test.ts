import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { runs } from '../runs-text';
import type { RunHistory } from './collect-runs';
import { continuedFrom } from './continue-runs';

const history: RunHistory = {
  ...{ loaded: { runs: runs('P P P'), from: -HOUR }, asOf: 0, answeredFrom: 0, isCut: false, warnings: [] },
};

test('continues from an hour before the newest run if the range is known', () => {
  expect(continuedFrom(history, 0)).toEqual({ history, after: 10 * MINUTE - HOUR });
  expect(continuedFrom(history, -HOUR)?.after).toBe(10 * MINUTE - HOUR);
});

test('continues a range that could not be read whole', () => {
  const cut = { ...history, loaded: { ...history.loaded, from: 5 * MINUTE }, isCut: true };
  expect(continuedFrom(cut, 0)?.history).toBe(cut);
});

test.each<[string, RunHistory | undefined, number]>([
  ['nothing', undefined, 0],
  ['no runs', { ...history, loaded: { runs: [], from: 0 } }, 0],
  ['runs that were not read to the end', { ...history, answeredFrom: undefined }, 0],
  ['runs of a later range', history, -2 * HOUR],
])('does not continue %s', (_, known, from) => {
  expect(continuedFrom(known, from)).toBeUndefined();
});
