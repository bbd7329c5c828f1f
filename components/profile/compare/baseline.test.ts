import { describe, expect, it } from 'vitest';
import { comparedSpan } from '@/lib/profile/range/compared-span';
import { widened } from '@/lib/profile/range/profile-periods';
import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import type { CompareSettings } from '../settings/profile-settings';
import { baselineSide, comparedWithBefore, comparedWithBeforeText, customBaseline } from './baseline';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const comparison = { group: 'shop', span: { from: NOW - HOUR, to: NOW } };

const settings: CompareSettings = {
  compare: null,
  baseline: null,
  baselineFrom: '',
  baselineTo: '',
  baselineGroup: '',
  baselineKept: '',
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

  it.each([
    ['before', HOUR],
    ['day', DAY],
    ['week', WEEK],
    ['none', DAY],
  ] as const)('of the page’s comparison “%s” is shifted back by %d ms', (compare, shift) => {
    expect(baseline({ compare }).span).toEqual({ from: NOW - HOUR - shift, to: NOW - shift });
    expect(baseline({ compare, baseline: 'same' }).span).toEqual(comparison.span);
  });

  it('is at the same local time where clocks change between', () => {
    const span = { from: Date.parse('2026-10-26T09:00:00Z'), to: Date.parse('2026-10-26T10:00:00Z') };
    const { span: before } = baselineSide(settings, { group: 'shop', span }, span.to, 'Europe/Berlin');
    expect(before.from).toBe(Date.parse('2026-10-25T09:00:00Z'));
    const { span: week } = baselineSide(
      { ...settings, compare: 'week' },
      { group: 'shop', span },
      span.to,
      'Europe/Berlin',
    );
    expect(week.from).toBe(Date.parse('2026-10-19T08:00:00Z'));
  });

  it('can be a custom range of another group', () => {
    const span = { from: NOW - 5 * HOUR, to: NOW - 4 * HOUR };
    expect(baseline({ ...customBaseline(span), baselineGroup: 'other' })).toEqual({
      group: 'other',
      span,
      isUnreadable: false,
    });
  });

  it('of an anomaly is the time before it, in the same thread states', () => {
    const compared = { from: NOW - HOUR, to: NOW };
    const before = { from: NOW - 3 * HOUR, to: NOW - 2 * HOUR };
    const times = { compared, before, isMixed: false };
    const { from, to, data, ...change } = comparedWithBefore(times, ['RUNNABLE']);
    expect({ from, to }).toEqual({ from: '2026-11-24T13:32:10.000Z', to: '2026-11-24T14:32:10.000Z' });
    expect(data).toEqual(['RUNNABLE']);
    expect(baseline(change as Partial<CompareSettings>).span).toEqual(before);
    expect(comparedWithBefore(times, [])).not.toHaveProperty('data');
    expect(comparedWithBeforeText({ ...times, isMixed: true }, [], 'UTC')).toMatch(/has another anomaly/);
  });

  it('of an anomaly names the thread states that the comparison changes to', () => {
    const compared = { from: NOW - HOUR, to: NOW };
    const times = { compared, before: { from: NOW - 3 * HOUR, to: NOW - 2 * HOUR }, isMixed: false };
    const spans = 'Compares 24 Nov 2026, 13:32 – 14:32 UTC with 24 Nov 2026, 11:32 – 12:32 UTC';
    expect(comparedWithBeforeText(times, ['NATIVE', 'RUNNABLE'], 'UTC')).toBe(
      `${spans}, in RUNNABLE, NATIVE.`,
    );
    expect(comparedWithBeforeText(times, [], 'UTC')).toBe(`${spans}.`);
  });

  it('falls back to a day before if its custom range can’t be read', () => {
    const { span, isUnreadable } = baseline({ baseline: 'range', baselineFrom: 'x', baselineTo: 'now' });
    expect([span.to, isUnreadable]).toEqual([NOW - DAY, true]);
  });
});

describe('the comparison', () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

  it('ends with the last five minutes that have ended, so that a day before is as long', () => {
    const span = comparedSpan({ from: NOW - 15 * 60_000, to: NOW }, NOW);
    expect(span).toEqual({ from: at('14:15:00'), to: at('14:30:00') });
    const before = baselineSide(settings, { group: 'shop', span }, NOW, 'UTC').span;
    expect(before).toEqual({ from: span.from - DAY, to: span.to - DAY });
    expect(widened(before, NOW)).toEqual(before);
  });

  it('is the whole range when that has ended, and the running five minutes when it is nothing else', () => {
    const past = { from: at('12:02:00'), to: at('13:58:00') };
    expect(comparedSpan(past, NOW)).toEqual({ from: at('12:00:00'), to: at('14:00:00') });
    expect(comparedSpan({ from: at('14:31:00'), to: NOW }, NOW)).toEqual({ from: at('14:30:00'), to: NOW });
  });
});
