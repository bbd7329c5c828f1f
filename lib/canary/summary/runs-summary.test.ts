import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { runFigures } from '../figures';
import { incidentsOf } from '../health/incidents';
import { statusesOf } from '../health/statuses';
import { STRETCHED_WIDTH } from '../plot/stretched-plot';
import type { Canary } from '../run';
import { runs } from '../runs-text';
import { runsSummary, type SummaryView, viewName } from './runs-summary';

const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };
const span = { from: 0, to: 50 * MINUTE };
const view: SummaryView = {
  ...{ span, now: span.to, location: null, browser: null, failingAfter: 1, maintenance: null },
  ...{ scale: 'linear', view: null },
};
const loaded = { runs: runs('P F FP . P FFF F P P P'), from: 0 };

test('has the figures and states that the page computes of the runs', () => {
  const summary = runsSummary(loaded, CANARY, view);
  expect(summary).toMatchObject({ of: viewName(view), from: 0, attempts: 12, missed: 1 });
  expect(summary.figures).toEqual(runFigures(loaded, CANARY, 'CANARY_RUN', { span, now: span.to }));
  expect(summary.states).toEqual(statusesOf(loaded, CANARY, { span, now: span.to }));
});

test('draws a bar for each scheduled run, and a band for each incident and each gap', () => {
  const { timeline } = runsSummary(loaded, CANARY, view);
  const count = (path: string) => path.split('M').length - 1;
  const bars = Object.fromEntries(timeline.bars.map(({ outcome, d }) => [outcome, count(d)]));
  expect(bars).toEqual({ passed: 5, retried: 1, failed: 3 });
  expect(count(timeline.outages)).toBe(incidentsOf(loaded, CANARY, { span, now: span.to }).length);
  expect(count(timeline.gaps)).toBe(1);
  expect(timeline.ticks.at(0)).toEqual({ label: '0', y: 160 });
  expect(timeline.p95Y).toBe(timeline.ticks.at(-1)?.y);
});

test('draws the visible part of the range alone', () => {
  const { timeline } = runsSummary(loaded, CANARY, { ...view, view: `${25 * MINUTE}-${35 * MINUTE}` });
  expect(timeline.bars).toEqual([{ outcome: 'failed', d: expect.stringMatching(/^M0 .*M600 /) }]);
  expect(timeline.outages).toBe(`M0.0 -38h${STRETCHED_WIDTH}.0V160H0.0z`);
});

test('leaves out the runs of maintenance windows and of other places', () => {
  const windows = '1970-01-01T00:25Z/1970-01-01T00:35Z';
  expect(runsSummary(loaded, CANARY, { ...view, maintenance: windows }).figures).toMatchObject({
    ...{ passed: 6, finished: 7 },
  });
  expect(runsSummary(loaded, CANARY, { ...view, location: 'eu-west-1' }).attempts).toBe(0);
});

test('names views that differ apart', () => {
  expect(viewName({ ...view, now: view.now + 1 })).not.toBe(viewName(view));
  expect(viewName({ ...view, failingAfter: 2 })).not.toBe(viewName(view));
  expect(viewName({ ...view })).toBe(viewName(view));
});
