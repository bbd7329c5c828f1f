import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import type { AlertKind, Observation } from './alert';
import { nextAlerts, type Raised } from './next-alerts';

const NOW = Date.parse('2026-11-24T14:30:00Z');

const observation = (key: string, state: Observation['state'], kind: AlertKind = 'canary'): Observation => ({
  ...{ key, kind, state, title: `${key} is ${state}`, text: '', subject: { canary: key } },
  page: { path: `/canaries/${key}`, span: { from: NOW - DAY, to: NOW }, asOf: NOW },
});

const shown = (raised: Raised, ...observations: Observation[]) => {
  const { raised: after, alerts } = nextAlerts(raised, observations, NOW);
  return [alerts.map(({ title, status }) => `${title}: ${status}`), Object.keys(after)];
};

const LOGIN: Raised = { login: { kind: 'canary', at: NOW - MINUTE } };

test('raises an alert once, and tells when the canary is well again', () => {
  expect(shown({}, observation('login', 'raised'))).toEqual([['login is raised: raised'], ['login']]);
  expect(shown(LOGIN, observation('login', 'raised'))).toEqual([[], ['login']]);
  expect(shown(LOGIN)).toEqual([[], ['login']]);
  expect(shown(LOGIN, observation('login', 'fine'))).toEqual([['login is fine: recovered'], []]);
});

test('ends the alert of a canary of which nobody can tell any more whether it is well', () =>
  expect(shown(LOGIN, observation('login', 'ended'))).toEqual([['login is ended: ended'], []]));

test('tells nothing of what is well and was well', () =>
  expect(shown({}, observation('login', 'fine'), observation('search', 'ended'))).toEqual([[], []]));

test('raises the threshold of a budget again only after it was not passed, which is not told', () => {
  const raised: Raised = { films: { kind: 'budget', at: NOW - DAY } };
  expect(shown(raised, observation('films', 'raised', 'budget'))).toEqual([[], ['films']]);
  expect(shown(raised, observation('films', 'fine', 'budget'))).toEqual([[], []]);
});

test('forgets anomalies that are too old to be reported again, and no others', () => {
  const at = NOW - 9 * DAY;
  expect(shown({ old: { kind: 'anomaly', at }, login: { kind: 'canary', at } })).toEqual([[], ['login']]);
});

test('a silent canary has recovered once a run has started since, not because it was edited', () => {
  const silent: Raised = { feed: { kind: 'canary', at: NOW - MINUTE, since: NOW - DAY } };
  const fine = { ...observation('feed', 'fine'), newest: NOW - DAY };
  expect(shown(silent, fine)).toEqual([[], ['feed']]);
  expect(shown(silent, { ...fine, newest: NOW - MINUTE })).toEqual([['feed is fine: recovered'], []]);
});

test('anomalies don’t keep canaries from being told, and what is left follows later', () => {
  const many = Array.from({ length: 5000 }, (_, n) => observation(`frame ${n}`, 'raised', 'anomaly'));
  let raised: Raised = {};
  for (let pass = 0; pass < 12; pass++) raised = nextAlerts(raised, many, NOW).raised;
  expect(Object.keys(raised)).toHaveLength(2000);
  expect(shown(raised, observation('login', 'raised'))[0]).toEqual(['login is raised: raised']);
});

test('says when the alert was raised that ends', () => {
  const { alerts } = nextAlerts(LOGIN, [observation('login', 'fine')], NOW);
  expect(alerts).toMatchObject([{ at: NOW, raisedAt: NOW - MINUTE, status: 'recovered' }]);
});

test('the alerts of any passes alternate between raised and ended', () => {
  const keys = fc.constantFrom('a', 'b', 'c');
  const states = fc.constantFrom<Observation['state']>('raised', 'fine', 'ended');
  const pass = fc.array(fc.tuple(keys, states), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(pass, { maxLength: 12 }), (passes) => {
      let raised: Raised = {};
      const sent = new Map<string, boolean[]>();
      for (const [at, observed] of passes.entries()) {
        const observations = observed.map(([key, state]) => observation(key, state));
        const next = nextAlerts(raised, observations, NOW + at * MINUTE);
        raised = next.raised;
        for (const { key, status } of next.alerts)
          sent.set(key, [...(sent.get(key) ?? []), status === 'raised']);
      }
      for (const [key, all] of sent) {
        expect(all).toEqual(all.map((_, at) => at % 2 === 0));
        expect(key in raised).toBe(all.at(-1));
      }
    }),
  );
});
