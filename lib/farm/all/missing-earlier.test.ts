import { expect, test } from 'vitest';
import type { EarlierCosts } from '../compare/earlier-costs';
import { NO_COSTS } from './farm-summary';
import { missingEarlier } from './missing-earlier';

const span = { from: 0, to: 1 };
const loading: EarlierCosts = { state: 'loading', span };
const failed: EarlierCosts = { state: 'failed', span, error: new Error('No.') };
const impossible: EarlierCosts = { state: 'impossible', why: 'None.' };
const farm = (earlier: EarlierCosts) => ({ summary: NO_COSTS, isReading: false, earlier });

test('waits only while the earlier costs of a farm are on their way', () => {
  expect(missingEarlier([farm(impossible), farm(failed), farm(loading)])).toBe(loading);
  expect(missingEarlier([farm(impossible), farm(failed)])).toBe(failed);
  expect(missingEarlier([farm(impossible), farm(impossible)])).toBe(impossible);
});

test('regards only farms of the sum that lack their earlier figures', () => {
  const whole = { ...farm(loading), before: NO_COSTS.figures };
  expect(missingEarlier([whole, farm(impossible)])).toBe(impossible);
  expect(missingEarlier([{ isReading: false, earlier: loading }, farm(impossible)])).toBe(impossible);
  expect(missingEarlier([whole])).toBeUndefined();
});
