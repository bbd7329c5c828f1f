import { expect, it } from 'vitest';
import { barPath, CHART_WIDTH, chartBox } from './bar-path';

const SHOWN = { from: 1000, to: 2000 };

it('places a time in the chart, cut at its edges', () => {
  expect(chartBox({ from: 1250, to: 1500 }, SHOWN)).toEqual({ x: CHART_WIDTH / 4, width: CHART_WIDTH / 4 });
  expect(chartBox({ from: 500, to: 1500 }, SHOWN)).toEqual({ x: 0, width: CHART_WIDTH / 2 });
  expect(chartBox({ from: 1500, to: 9000 }, SHOWN)).toEqual({ x: CHART_WIDTH / 2, width: CHART_WIDTH / 2 });
});

it('draws a bar from its bottom up, with a gap before the next', () => {
  expect(barPath(1000, 100, SHOWN, 8, 24)).toBe('M0.0 16.00h860.0v8.00h-860.0z');
});
