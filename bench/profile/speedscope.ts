import type { Browser, Page } from 'playwright';
import { median } from '../figure';
import { SEARCHES } from './measure-search';
import { VIEWPORT } from './painted';

/** Drawing has finished when nothing was drawn for this long. */
const QUIET_MS = 400;

/** Median times in milliseconds, up to the last paint. */
export type SpeedscopeTimes = { opened: number; zoomed: number; searched: number };

/** Runs in the page. Records when something was drawn on a canvas, and the last input. */
const recordCanvasDraws = () => {
  const draws: number[] = [];
  Object.assign(window, { draws, input: 0 });
  let isWaiting = false;
  const drawing = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        isWaiting = false;
        draws.push(performance.now());
      }),
    );
  };
  for (const type of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of ['drawArrays', 'drawElements', 'clear'] as const) {
      const draw = type.prototype[name] as (...args: unknown[]) => void;
      Object.assign(type.prototype, {
        [name](this: unknown, ...args: unknown[]) {
          drawing();
          return draw.apply(this, args);
        },
      });
    }
  }
  for (const event of ['dblclick', 'input'])
    addEventListener(event, ({ timeStamp }) => Object.assign(window, { input: timeStamp }), {
      capture: true,
    });
};

/** Time from the last input to the last draw. */
const sinceInput = (page: Page): Promise<number> =>
  page.evaluate(async (quiet) => {
    const { draws, input } = window as unknown as { draws: number[]; input: number };
    for (;;) {
      const before = draws[draws.length - 1] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (before > input && draws[draws.length - 1] === before) return before - input;
    }
  }, QUIET_MS);

/** Opens a profile in speedscope, zooms into frames by double-clicks, and searches for the same texts as our page. */
export async function measureSpeedscope(
  browser: Browser,
  peers: string,
  nodes: number,
  runs: number,
): Promise<SpeedscopeTimes> {
  const opened: number[] = [];
  const zoomed: number[] = [];
  const searched: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage({ viewport: VIEWPORT });
    // The helper that esbuild uses to name functions.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(recordCanvasDraws);
    const profile = `${peers}/${nodes}.speedscope.json`;
    await page.goto(`${peers}/index.html#profileURL=${encodeURIComponent(profile)}`);
    await page.getByText('Export').waitFor({ timeout: 120_000 });
    opened.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) =>
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
          ),
      ),
    );
    await sinceInput(page);
    // Below the minimap, where frames are wide.
    await page.mouse.dblclick(300 + run * 200, 220);
    zoomed.push(await sinceInput(page));
    await page.keyboard.press('Control+f');
    await page
      .locator('input')
      .last()
      .fill(SEARCHES[run % SEARCHES.length] ?? '');
    searched.push(await sinceInput(page));
    await page.close();
  }
  return { opened: median(opened), zoomed: median(zoomed), searched: median(searched) };
}
