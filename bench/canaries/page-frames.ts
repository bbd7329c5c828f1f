import type { Browser, Page } from 'playwright';
import { openPage } from '../measured-page';

/** Frames of a browser while something moves. */
export type Frames = {
  /** Mean time between two frames, milliseconds. */
  meanMs: number;
  /** Share of the frames that came later than the next one was due, percent. */
  latePercent: number;
};

const STEPS = 120;
const WAIT_MS = 120_000;
/** A display with 60 frames a second. One that comes half a frame late has missed its turn. */
export const FRAME_MS = 1000 / 60;
const LATE_MS = 1.5 * FRAME_MS;

type Recorded = { frames: number[]; isRecording: boolean };

/** Frames of the timeline of a canary while it is zoomed by the wheel, panned by the wheel, and while its window is dragged. */
export async function measureFrames(browser: Browser, url: string): Promise<Record<string, Frames>> {
  const page = await openPage(browser);
  await page.goto(url);
  const isRead = () =>
    /[1-9][\d,]* attempts?/.test(document.querySelector('#runs')?.textContent ?? '') &&
    !document.querySelector('#runs [data-progress]');
  await page.waitForFunction(isRead, undefined, { timeout: WAIT_MS });
  const timeline = page.getByRole('slider', { name: /^Run timeline/ });
  await timeline.scrollIntoViewIfNeeded();
  const box = await timeline.boundingBox();
  const map = await page.evaluate(() => {
    const minimap = document.querySelector('[role="slider"][aria-label^="Run timeline"]')?.nextElementSibling;
    const { left, top, width, height } = minimap?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, width, height };
  });
  if (!box || map.width === 0) throw new Error('The timeline is not on the page.');
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2);
  const wheel = async (key: string, stepOf: (step: number) => number) => {
    await page.keyboard.down(key);
    for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, stepOf(step));
    await page.keyboard.up(key);
  };
  // In to a part of the range, where it can be panned, and a bit out again.
  const zoom = await framesOf(page, () => wheel('Control', (step) => (step < STEPS * 0.7 ? -12 : 8)));
  const pan = await framesOf(page, () => wheel('Shift', (step) => (step < STEPS / 2 ? -12 : 12)));
  const middle = map.top + map.height / 2;
  await page.mouse.move(map.left + map.width * 0.3, middle);
  await page.mouse.down();
  const drag = await framesOf(page, async () => {
    for (let step = 0; step < STEPS; step++)
      await page.mouse.move(map.left + map.width * (0.3 + (0.5 * step) / STEPS), middle);
  });
  await page.mouse.up();
  await page.close();
  return { zoom, pan, drag };
}

async function framesOf(page: Page, move: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const recorded = { frames: [] as number[], isRecording: true };
    Object.assign(window, { recorded });
    // No function may have a name here: the program's compiler would refer to a helper that the page lacks.
    void (async () => {
      while (recorded.isRecording) recorded.frames.push(await new Promise<number>(requestAnimationFrame));
    })();
  });
  await move();
  const frames = await page.evaluate(() => {
    const { recorded } = window as unknown as { recorded: Recorded };
    recorded.isRecording = false;
    return recorded.frames;
  });
  const times = frames.slice(1).map((at, i) => at - (frames[i] ?? at));
  const sum = times.reduce((all, ms) => all + ms, 0);
  const late = times.filter((ms) => ms > LATE_MS).length;
  return { meanMs: sum / times.length, latePercent: (100 * late) / times.length };
}
