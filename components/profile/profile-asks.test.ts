import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { askedWidth, frameChoice, profileAsk } from './profile-asks';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const span = { from: NOW - 40 * DAY, to: NOW };

describe('profileAsk', () => {
  it('is of the range', () => {
    expect(profileAsk('g', span, { latest: null, maxDepth: 9 })).toEqual({
      group: 'g',
      startTime: span.from,
      endTime: span.to,
      maxDepth: 9,
    });
  });

  it('is the latest profile by its period alone', () => {
    expect(profileAsk('g', span, { latest: 'PT1H', maxDepth: null })).toEqual({ group: 'g', period: 'PT1H' });
  });
});

describe('frameChoice', () => {
  it('has a focus that can be a frame’s, and a search for something', () => {
    expect(frameChoice({ data: 'cpu', focus: '0123456789', search: ' Map ' })).toEqual({
      data: 'cpu',
      focus: '0123456789',
      search: 'map',
    });
    expect(frameChoice({ data: 'all', focus: 'no key', search: ' ' })).toEqual({ data: 'all' });
  });
});

describe('askedWidth', () => {
  it('changes in steps', () => {
    expect([0, 1600, 1601, 1800].map(askedWidth)).toEqual([1600, 1600, 1800, 1800]);
  });
});
