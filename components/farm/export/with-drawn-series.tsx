import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Series } from '@/lib/farm/series';
import { plotOf } from '../chart/plot';
import { SeriesPicture } from '../chart/series-picture';

const SIZE = { width: 960, height: 260 };
/** recharts needs a frame or two to lay a chart out. */
const MAX_FRAMES = 20;

/**
 * Draws a series out of sight as the page of its farm would, with axes, and calls back with the element that has it. For a picture of
 * bars whose axes the page draws apart from them.
 */
export async function withDrawnSeries<Result>(
  series: Series,
  markedBars: readonly number[],
  use: (chart: Element) => Result,
): Promise<Result | undefined> {
  const host = document.createElement('div');
  host.style.cssText = `position: fixed; left: -10000px; width: ${SIZE.width}px`;
  document.body.append(host);
  const root = createRoot(host);
  try {
    const plot = plotOf(series, SIZE);
    flushSync(() => root.render(<SeriesPicture {...{ series, plot, markedBars }} />));
    for (let frame = 0; frame < MAX_FRAMES; frame += 1) {
      if (host.querySelector('[data-category]')) return use(host);
      await new Promise(requestAnimationFrame);
    }
    return undefined;
  } finally {
    root.unmount();
    host.remove();
  }
}
