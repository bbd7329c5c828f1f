import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { askedWidth, profileAsks } from './profile-asks';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const days = (count: number) => ({ from: NOW - count * DAY, to: NOW });
const inRange = { latest: null, maxDepth: null };

describe('profileAsks', () => {
  it('asks for a week at once', () => {
    expect(profileAsks('g', days(7), inRange, NOW)).toEqual({
      asks: [{ group: 'g', startTime: NOW - 7 * DAY, endTime: NOW }],
    });
  });

  it('asks for more in weeks, of five at most', () => {
    const { asks, leftOut } = profileAsks('g', days(40), { latest: null, maxDepth: 9 }, NOW);
    const hour = Date.parse('2026-11-24T15:00:00Z');
    expect(asks.map(({ startTime }) => (hour - (startTime ?? 0)) / DAY)).toEqual([35, 28, 21, 14, 7]);
    expect(asks.map(({ endTime }) => endTime).slice(-2)).toEqual([hour - 7 * DAY, NOW]);
    expect(asks.every(({ maxDepth }) => maxDepth === 9)).toBe(true);
    expect(leftOut).toEqual({ from: NOW - 40 * DAY, to: hour - 35 * DAY });
  });

  it('shows 35 days without a word on the part of an hour before them', () => {
    expect(profileAsks('g', days(35), inRange, NOW)).toMatchObject({ asks: { length: 5 } });
    expect(profileAsks('g', days(35), inRange, NOW).leftOut).toBeUndefined();
  });

  it('lets weeks meet at midnights UTC where AWS has only days', () => {
    const { asks, leftOut } = profileAsks('g', { from: NOW - 90 * DAY, to: NOW - 70 * DAY }, inRange, NOW);
    expect(asks).toHaveLength(3);
    expect(asks.slice(1).map(({ startTime }) => (startTime ?? 1) % DAY)).toEqual([0, 0]);
    expect(asks.slice(0, -1).map(({ endTime }) => endTime)).toEqual(
      asks.slice(1).map(({ startTime }) => startTime),
    );
    expect(asks.at(-1)?.endTime).toBe(NOW - 70 * DAY);
    expect(leftOut).toBeUndefined();
  });

  it('asks for the latest profile by its period alone', () => {
    expect(profileAsks('g', days(40), { latest: 'PT1H', maxDepth: null }, NOW)).toEqual({
      asks: [{ group: 'g', period: 'PT1H' }],
    });
  });
});

describe('askedWidth', () => {
  it('changes in steps', () => {
    expect([0, 1600, 1601, 1800].map(askedWidth)).toEqual([1600, 1600, 1800, 1800]);
  });
});
