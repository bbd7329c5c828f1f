import type { Page } from 'playwright';

export const VIEWPORT = { width: 1600, height: 1000 };
/** Drawing has finished when nothing was drawn for this long. */
const QUIET_MS = 400;

type Recorded = {
  /** When frames of a flame graph, or of its static image, were painted. */
  draws: number[];
  /** Those of an interactive graph. */
  lives: number[];
  /** Time of the last press of a button or a key, or of the last change of a text. */
  input: number;
};

/** Runs in the page. Records paints of frames, and inputs. */
export const recordDraws = () => {
  const draws: number[] = [];
  const lives: number[] = [];
  const live = '[role="application"] path, [role="application"] g.frame';
  const frames = `${live}, [role="img"] path, g.frame`;
  Object.assign(window, { draws, lives, input: 0 });
  new MutationObserver((records) => {
    // No named function: the helper that esbuild uses to name functions doesn't exist in the page.
    const isDrawing = records.some(({ target, addedNodes }) =>
      [target, ...addedNodes].some(
        (node, index) =>
          node instanceof Element && (node.matches(frames) || (index > 0 && node.querySelector(frames))),
      ),
    );
    if (!isDrawing) return;
    const isLive = document.querySelector(live) !== null;
    requestAnimationFrame(() =>
      setTimeout(() => {
        draws.push(performance.now());
        if (isLive) lives.push(performance.now());
      }),
    );
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['d', 'fill'] });
  // A graph that redraws when the button is released leaves no click.
  for (const event of ['pointerup', 'input'])
    addEventListener(event, ({ timeStamp }) => Object.assign(window, { input: timeStamp }), {
      capture: true,
    });
};

/** When the first image of the graph was painted, and when the interactive graph was. */
export const firstDraws = (page: Page): Promise<{ painted: number; live: number }> =>
  page.evaluate(async () => {
    const { draws, lives } = window as unknown as Recorded;
    for (;;) {
      const [painted] = draws;
      const [live] = lives;
      if (painted !== undefined && live !== undefined) return { painted, live };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });

/** Waits until nothing is drawn any more. Returns the time of the last paint. */
export const lastPaint = (page: Page): Promise<number> =>
  page.evaluate(async (quiet) => {
    const { draws } = window as unknown as Recorded;
    for (;;) {
      const before = draws[draws.length - 1];
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (before !== undefined && draws[draws.length - 1] === before) return before;
    }
  }, QUIET_MS);

/** Waits for the last paint after the last input. Returns the time between them. */
export const paintedSinceInput = (page: Page): Promise<number> =>
  page.evaluate(async (quiet) => {
    const recorded = window as unknown as Recorded;
    for (;;) {
      const { draws, input } = recorded;
      const before = draws[draws.length - 1] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (before > input && draws[draws.length - 1] === before) return before - input;
    }
  }, QUIET_MS);
