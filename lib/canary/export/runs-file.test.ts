import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { isSpanKnown } from '../known';
import type { Canary } from '../run';
import { runsContents, runsFileHead, runsFileName } from './runs-file';

const SPAN = { from: Date.UTC(2026, 10, 24), to: Date.UTC(2026, 10, 25) };
const saved = {
  name: 'login',
  what: 'runs',
  span: SPAN,
  place: { location: null, browser: null },
  isComplete: true,
};

test('names the chosen location and browser of saved runs, and that they are a part', () => {
  expect(runsFileName(saved)).toMatch(/^login_runs_2026[^_]*_2026[^_]*$/);
  const part = { ...saved, place: { location: 'eu-west-1', browser: 'FIREFOX' }, isComplete: false };
  expect(runsFileName(part)).toMatch(/^login_eu-west-1_firefox_runs_.*_incomplete$/);
  expect(runsFileHead(part)).toEqual({
    ...{ canary: 'login', contents: 'runs', location: 'eu-west-1', browser: 'FIREFOX' },
    ...{ ...SPAN, isComplete: false },
  });
  expect(runsFileHead(saved)).toEqual({ canary: 'login', contents: 'runs', ...SPAN, isComplete: true });
});

test('names failed runs, and the dry run of saved runs', () => {
  expect([runsContents('all'), runsContents('failed', 'CANARY_RUN')]).toEqual(['runs', 'failed-runs']);
  const dry = { ...saved, what: runsContents('failed', 'DRY_RUN'), dryRunId: '1b2f' };
  expect(runsFileName(dry)).toMatch(/^login_failed-dry-runs_1b2f_2026/);
  expect(runsFileHead(dry)).toMatchObject({ contents: 'failed-dry-runs', dryRunId: '1b2f' });
});

test('is a part where AWS keeps failures only, although all that it keeps is loaded', () => {
  const canary: Canary = {
    ...{ name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} },
    successRetentionDays: 1,
  };
  const all = { runs: [], from: Number.NEGATIVE_INFINITY };
  const options = { span: SPAN, now: SPAN.to + 10 * DAY };
  expect([isSpanKnown(all, canary, options), isSpanKnown(all, undefined, options)]).toEqual([false, true]);
});
