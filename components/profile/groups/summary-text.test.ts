import { describe, expect, it, test } from 'vitest';
import type { GroupSummary } from '@/lib/profile/view/group-summary';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { pointsText, samplesChangeText, samplesChangeTitle } from './summary-text';

const answer = (before: GroupSummary['before']) => ({
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

test('shows the change of samples in percent', () => {
  const summary = answer({ samples: 1000, self: 100, coverage: { from: 0, to: 6 * HOUR } });
  expect(samplesChangeText(summary)).toBe('+50 %');
  expect(samplesChangeTitle(summary)).toBe('1,500 samples, 1,000 samples in the period before');
});

test('shows why there is no change of samples', () => {
  expect(samplesChangeText(answer(undefined))).toBe('no profile before');
  const short = { samples: 90, self: 9, coverage: { from: 5 * HOUR, to: 5 * HOUR + 25 * MINUTE } };
  expect(samplesChangeText(answer(short))).toBe('only 25 min before');
  const long = { samples: 9000, self: 9, coverage: { from: 6 * HOUR - DAY, to: 6 * HOUR } };
  expect(samplesChangeText(answer(long))).toBe('only 6 h now');
});

describe('pointsText', () => {
  const points = (samples: number, self: number) => pointsText(answer({ samples, self }).data);

  it('is the change of the share', () => {
    expect(points(1000, 100)).toMatchObject({ text: '+10.0 points', isMuted: false });
    expect(points(1000, 300)).toMatchObject({ text: '−10.0 points', isMuted: false });
  });

  it('is muted within the sampling error', () => {
    expect(points(1000, 190)).toEqual({
      text: '+1.0 points',
      title: '+1.0 points, within the sampling error',
      isMuted: true,
    });
  });

  it('is the reason when there is no change', () => {
    expect(pointsText(answer(undefined).data).text).toBe('no profile before');
    expect(points(0, 0).text).toBe('no samples before');
    const partial = answer({ samples: 1000, self: 100, isPartial: true });
    expect(pointsText(partial.data).text).toBe('unknown: before not all read');
    expect(samplesChangeText(partial)).toBe('unknown: before not all read');
    const { hottest, ...idle } = answer({ samples: 1000, self: 100 }).data;
    expect(pointsText({ ...idle, samples: 0 }).text).toBe('no samples');
  });
});
