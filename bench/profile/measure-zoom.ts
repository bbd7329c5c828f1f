import type { Page } from 'playwright';
import { lastPaint, paintedSinceInput } from './painted';
import { medianOfRuns } from './runs';

/** Median times from a click on a wide frame to the last paint. */
export type ZoomTimes = { direct: number; afterHovering: number };

/** Zooms without and with a rest of the pointer on the frame until its response has arrived. */
export const measureZoom = async (page: Page, runs: number): Promise<ZoomTimes> => ({
  direct: await medianOfRuns(runs, (run) => zoom(page, 2 * run, false)),
  afterHovering: await medianOfRuns(runs, (run) => zoom(page, 2 * run + 1, true)),
});

/** Each zoom uses a different frame, because responses are cached. */
async function zoom(page: Page, index: number, rests: boolean): Promise<number> {
  const box = await page.evaluate((at) => {
    const wide = [...document.querySelectorAll('[role="application"] .d3-flame-graph-label')]
      .map((frame) => frame.getBoundingClientRect())
      .filter(({ width, top }) => width > 120 && width < 700 && top > 0 && top < innerHeight - 40);
    const chosen = wide[at];
    if (!chosen) throw new Error(`There are only ${wide.length} frames to zoom into.`);
    return { x: chosen.x + 20, y: chosen.y + 8 };
  }, index);
  const response = rests && page.waitForResponse((candidate) => candidate.url().includes('/profile?'));
  await page.mouse.move(box.x, box.y);
  if (response) await (await response).finished();
  await page.mouse.click(box.x, box.y);
  const painted = await paintedSinceInput(page);
  await page.goBack();
  await lastPaint(page);
  return painted;
}
