import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { adjacentProfile } from './adjacent-profile';

const NOW = Date.parse('2026-11-24T14:32:10Z');

describe('adjacentProfile', () => {
  const starts = [0, 5, 10, 30].map((minutes) => NOW + minutes * MINUTE);
  const shown = { from: NOW + 5 * MINUTE, to: NOW + 10 * MINUTE };

  it('finds the nearest profile entirely outside the range', () => {
    expect(adjacentProfile(shown, starts, 'PT5M', 'previous')?.from).toBe(NOW);
    expect(adjacentProfile(shown, starts, 'PT5M', 'next')).toEqual({
      from: NOW + 10 * MINUTE,
      to: NOW + 15 * MINUTE,
    });
  });

  it('moves into a range of more than one profile', () => {
    const range = { from: NOW + MINUTE, to: NOW + 20 * MINUTE };
    expect(adjacentProfile(range, starts, 'PT5M', 'previous')?.from).toBe(NOW + 10 * MINUTE);
    expect(adjacentProfile(range, starts, 'PT5M', 'next')?.from).toBe(NOW + 5 * MINUTE);
  });

  it('is undefined at the edge', () => {
    expect(adjacentProfile({ from: NOW, to: NOW + MINUTE }, starts, 'PT5M', 'previous')).toBeUndefined();
  });
});
