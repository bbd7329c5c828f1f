import { describe, expect, it } from 'vitest';
import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import type { CompareSettings } from '../settings/profile-settings';
import { baselineSide, comparedWithBefore, customBaseline } from './baseline';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const comparison = { group: 'shop', span: { from: NOW - HOUR, to: NOW } };

const settings: CompareSettings = {
  baseline: 'day',
  baselineFrom: '',
  baselineTo: '',
  baselineGroup: '',
  unit: 'share',
  movedBy: 'self',
  chance: null,
};

const baseline = (change: Partial<CompareSettings>) =>
  baselineSide({ ...settings, ...change }, comparison, NOW, 'UTC');

describe('the baseline', () => {
  it.each([
    ['day', DAY],
    ['week', WEEK],
    ['same', 0],
  ] as const)('of “%s” is shifted back by %d ms', (time, shift) => {
    const span = { from: NOW - HOUR - shift, to: NOW - shift };
    expect(baseline({ baseline: time })).toEqual({ group: 'shop', span, isUnreadable: false });
  });

  it('can be a custom range of another group', () => {
    const span = { from: NOW - 5 * HOUR, to: NOW - 4 * HOUR };
    expect(baseline({ ...customBaseline(span), baselineGroup: 'other' })).toEqual({
      group: 'other',
      span,
      isUnreadable: false,
    });
  });

  it('of an anomaly is the same length of time just before it', () => {
    const { from, to, ...change } = comparedWithBefore({ from: NOW - HOUR, to: NOW });
    expect({ from, to }).toEqual({ from: '2026-11-24T13:32:10.000Z', to: '2026-11-24T14:32:10.000Z' });
    expect(baseline(change as Partial<CompareSettings>).span).toEqual({
      from: NOW - 2 * HOUR,
      to: NOW - HOUR,
    });
  });

  it('falls back to a day before if its custom range can’t be read', () => {
    const { span, isUnreadable } = baseline({ baseline: 'range', baselineFrom: 'x', baselineTo: 'now' });
    expect([span.to, isUnreadable]).toEqual([NOW - DAY, true]);
  });
});
