import { describe, expect, it } from 'vitest';
import { nearestPoint, trendLayout } from './trend-layout';

const point = (from: number, share: number) => ({ from, to: from + 10, share });
const plot = { width: 100, height: 50 };

describe('trendLayout', () => {
  it('joins adjacent points and leaves a gap for a missing profile', () => {
    const layout = trendLayout(
      [point(0, 0.1), point(10, 0.05), point(40, 0), point(60, 0.1)],
      { from: 0, to: 100 },
      plot,
    );
    expect(layout.line).toBe('M5.0 0.0L15.0 25.0M45.0 50.0M65.0 0.0');
    expect(layout.isolated).toEqual([
      { x: 45, y: 50 },
      { x: 65, y: 0 },
    ]);
    expect(layout.ticks).toEqual([0, 0.05, 0.1]);
  });

  it('ends the axis at a round share', () => {
    const ticks = (share: number) => trendLayout([point(0, share)], { from: 0, to: 10 }, plot).ticks.at(-1);
    expect([0, 0.003, 0.11, 0.7, 1].map(ticks)).toEqual([0.0001, 0.005, 0.2, 1, 1]);
  });
});

describe('nearestPoint', () => {
  it('returns the point with the nearest middle', () => {
    const layout = trendLayout([point(0, 1), point(50, 1)], { from: 0, to: 100 }, plot);
    expect([0, 29, 31, 100].map((x) => nearestPoint(layout, x))).toEqual([0, 0, 1, 1]);
    expect(nearestPoint({ ...layout, places: [] }, 5)).toBeUndefined();
  });
});
