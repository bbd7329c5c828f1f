import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import { runs } from '../runs-text';
import { durationScale } from './duration-scale';
import { plotRuns } from './plot-runs';
import { STRETCHED_WIDTH, stretchedPlot } from './stretched-plot';

const SPAN = { from: 0, to: 20 * MINUTE };

function loadedXOf(loadedFrom: number): number {
  const plot = plotRuns(scheduledRuns(runs('P P P P')), SPAN.to);
  const scale = durationScale(plot.duration, 'linear');
  return stretchedPlot(plot, { view: SPAN, scale, gaps: [], outages: [], loadedFrom }).loadedX;
}

test.each([
  ['half of the view', 10 * MINUTE, STRETCHED_WIDTH / 2],
  ['nothing if all runs are loaded', Number.NEGATIVE_INFINITY, 0],
  ['nothing if more than the view is loaded', -MINUTE, 0],
])('marks as not loaded %s', (_, loadedFrom, loadedX) => expect(loadedXOf(loadedFrom)).toBe(loadedX));
