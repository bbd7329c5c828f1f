import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { pointsText, samplesChangeText, samplesChangeTitle } from './summary-text';

const answer = (
  before: { samples: number; self: number; coverage?: { from: number; to: number } } | undefined,
) => ({
  data: {
    group: 'shop',
    preset: 'cpu' as const,
    states: ['RUNNABLE'],
    samples: 1500,
    hottest: { name: 'f', self: 300 },
    ...(before && { before }),
  },
  coverage: { from: 6 * HOUR, to: 12 * HOUR },
  asOf: 0,
  partial: false,
  warnings: [],
});

test('tells the change of samples in percent', () => {
  const summary = answer({ samples: 1000, self: 100, coverage: { from: 0, to: 6 * HOUR } });
  expect(samplesChangeText(summary)).toBe('+50 %');
  expect(samplesChangeTitle(summary)).toBe('1,500 samples, 1,000 samples in the period before');
});

test('tells why there is no change of samples', () => {
  expect(samplesChangeText(answer(undefined))).toBe('no profile before');
  const short = { samples: 90, self: 9, coverage: { from: 5 * HOUR, to: 5 * HOUR + 25 * MINUTE } };
  expect(samplesChangeText(answer(short))).toBe('only 25 min before');
  const long = { samples: 9000, self: 9, coverage: { from: 6 * HOUR - DAY, to: 6 * HOUR } };
  expect(samplesChangeText(answer(long))).toBe('only 6 h now');
});

test('tells the change of the share in points', () => {
  expect(pointsText(answer({ samples: 1000, self: 100 }).data)).toBe('+10.0 points');
  expect(pointsText(answer({ samples: 1000, self: 300 }).data)).toBe('−10.0 points');
  expect(pointsText(answer(undefined).data)).toBeUndefined();
});
