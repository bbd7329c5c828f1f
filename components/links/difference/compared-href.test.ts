import { expect, it } from 'vitest';
import { comparedHref } from './compared-href';

const KEPT = { from: Date.parse('2026-11-24T11:30:00Z'), to: Date.parse('2026-11-24T14:32:10Z') };
const ID = 'fIZaVd9SuWZH7bIjur9_wQ';
const hrefOf = (path: string, search: string, time: 'same' | 'now') =>
  comparedHref({ id: ID, page: { path, search } }, time, KEPT);
const FROZEN = 'from=2026-11-24T11:32:10.000Z&to=2026-11-24T14:32:10.000Z&asof=2026-11-24T14:32:10.000Z';

it('compares the whole profiles that a link keeps with those of the same length up to now', () => {
  const href = hrefOf('/profiles/shop', `?${FROZEN}&data=latency&focus=abc`, 'now') ?? '';
  expect(href).toMatch(/^\/profiles\/shop\?/);
  expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toEqual({
    ...{ view: 'compare', from: 'now-3h', to: 'now', data: 'latency', baseline: 'range', baselineKept: ID },
    ...{ baselineFrom: '2026-11-24T11:30:00.000Z', baselineTo: '2026-11-24T14:32:10.000Z' },
  });
});

it('compares with the same time', () => {
  const params = new URLSearchParams(hrefOf('/profiles/shop', `?${FROZEN}`, 'same')?.split('?')[1]);
  expect([params.get('from'), params.get('to')]).toEqual([
    '2026-11-24T11:32:10.000Z',
    '2026-11-24T14:32:10.000Z',
  ]);
});

it('compares nothing of other pages, nor the latest profile', () => {
  expect(hrefOf('/farms', `?${FROZEN}`, 'now')).toBeUndefined();
  expect(hrefOf('/profiles/shop', `?${FROZEN}&latest=PT1H`, 'now')).toBeUndefined();
});
