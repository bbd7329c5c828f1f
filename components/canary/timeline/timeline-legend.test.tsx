import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { durationScale } from '@/lib/canary/plot/duration-scale';
import { TimelineLegend } from './timeline-legend';

test('names the number of bars that the axis cuts', () => {
  const legend = (durations: number[]) =>
    renderToStaticMarkup(
      createElement(TimelineLegend, { scale: durationScale(durations, 'linear'), hasShares: false }),
    );
  const usual = Array.from({ length: 100 }, () => 1000);
  expect(legend(usual)).not.toContain('cut by the axis');
  expect(legend([...usual, 60_000])).toContain('1 bar cut by the axis');
});
