import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { rowCount } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX, ROW_PX } from '@/lib/profile/graph/frame-size';
import { gappedTree } from '@/lib/profile/testing/gapped-tree';
import { orderSiblings } from '@/lib/profile/transform/order';
import { samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { fromCompact } from '@/lib/profile/view/compact';
import type { ProfileView } from '@/lib/profile/view/view';
import { drawn, graphs } from './graph';
import { GROUP } from './pages';
import { expect, type Page, test } from './test';

type Box = { left: number; top: number; width: number };

const samplesIn = (tree: CallTree) => ({
  total: samplesOf(tree, tree.states),
  self: samplesOf(tree, tree.states, 'self'),
});

/** The places of frames, row by row from the top. */
const placesOf = (frames: readonly DrawnFrame[], px: number, rootOnTop: boolean): Box[] =>
  sorted(
    frames.map(({ x, width, row }) => ({
      left: x * px,
      top: (rootOnTop ? row : rowCount(frames) - 1 - row) * ROW_PX,
      width: width * px,
    })),
  );

const sorted = (boxes: readonly Box[]) => boxes.toSorted((a, b) => a.top - b.top || a.left - b.left);

/** Boxes must agree to half a pixel; `gap` is the part of a frame's width that is left blank. */
function expectSame(actual: readonly Box[], expected: readonly Box[], gap = 0): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, { left, top, width }] of sorted(actual).entries()) {
    const place = expected[index] ?? { left: -1, top: -1, width: -1 };
    expect(top).toBeCloseTo(place.top, 1);
    expect(Math.abs(left - place.left)).toBeLessThanOrEqual(0.5);
    expect(place.width - width).toBeGreaterThanOrEqual(-0.5);
    expect(place.width - width).toBeLessThanOrEqual(gap + 0.5);
  }
}

/** The elements of d3-flame-graph below the first element that matches. */
const elements = (page: Page, within: string): Promise<Box[]> =>
  page
    .locator(within)
    .first()
    .evaluate((host) => {
      const { left, top } = host.getBoundingClientRect();
      return [...host.querySelectorAll('g.frame > rect')].map((rect) => {
        const box = rect.getBoundingClientRect();
        return { left: box.left - left, top: box.top - top, width: box.width };
      });
    });

test('d3-flame-graph draws trees with gaps where the fold says, and leaves nothing behind', async ({
  page,
}) => {
  const graph = join(import.meta.dirname, '../components/profile/graph/drawing');
  const script = await build({
    stdin: {
      contents: `
        import { labelledFrames } from ${JSON.stringify(join(graph, 'draw-frames.ts'))};
        import { frameData } from ${JSON.stringify(join(graph, 'frame-data.ts'))};
        const drawing = labelledFrames(document.querySelector('#host'));
        window.remove = drawing.remove;
        window.draw = (frames, px, rows, rootOnTop) => {
          const styles = frames.map((_, index) => ({ label: String(index), fill: '#ccc' }));
          drawing.draw(frameData(frames, styles, px), { width: px, rows, rootOnTop });
        };`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'iife',
    write: false,
    loader: { '.css': 'empty' },
    absWorkingDir: join(import.meta.dirname, '..'),
  });
  await page.setContent('<body style="margin:0"><div id="host"></div>');
  await page.addScriptTag({ content: script.outputFiles[0]?.text ?? '' });
  let labelled = 0;
  for (const tree of fc.sample(gappedTree, { numRuns: 60, seed: 1 })) {
    for (const [px, rootOnTop] of [
      [360, true],
      [1111.5, false],
    ] as const) {
      const frames = foldFrames(tree, samplesIn(tree), { focus: 0, px });
      await page.evaluate(
        ([all, width, rows, isOnTop]) =>
          (window as unknown as { draw(...args: unknown[]): void }).draw(all, width, rows, isOnTop),
        [frames, px, rowCount(frames), rootOnTop] as const,
      );
      const isWide = ({ width }: Box) => width > MIN_LABEL_PX + 0.001;
      const expected = placesOf(frames, px, rootOnTop).filter(isWide);
      labelled += expected.length;
      expectSame(await elements(page, '#host'), expected);
      const texts = await page.locator('.d3-flame-graph-label').allTextContents();
      expect(texts.every((text) => Number(text) < frames.length && text !== '')).toBe(true);
    }
  }
  expect(labelled).toBeGreaterThan(400);
  await page.evaluate(() => (window as unknown as { remove(): void }).remove());
  await expect(page.locator('#host *')).toHaveCount(0);
});

for (const root of ['top', 'bottom'] as const) {
  test(`elements and shapes of a page are where its data has them, root at the ${root}`, async ({ page }) => {
    const answers: ProfileView[] = [];
    page.on('response', async (answer) => {
      if (/\/profile\?/.test(answer.url()))
        answers.push(((await answer.json()) as { data: ProfileView }).data);
    });
    await page.goto(`${GROUP}?root=${root}`);
    await drawn(graphs(page));
    // Other thread states, whose answer isn't in the page already.
    await page.getByRole('toolbar').getByText('All', { exact: true }).click();
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(page).toHaveURL(/data=all/);
    const answer = answers.at(-1);
    if (!answer) throw new Error('No answer');
    const whole = fromCompact(answer.tree);
    const { tree } = orderSiblings(whole, 'name');
    const canvas = page.getByRole('application').locator('[aria-hidden]').first();
    await expect(async () => {
      const px = await canvas.evaluate((element) => element.getBoundingClientRect().width);
      const frames = foldFrames(tree, samplesIn(tree), { focus: 0, px });
      const places = placesOf(frames, px, root === 'top');
      const isWide = ({ width }: Box) => width > MIN_LABEL_PX;
      expectSame(await elements(page, '[role="application"] [aria-hidden]'), places.filter(isWide));
      const shapes = await page
        .getByRole('application')
        .locator('path:not([fill="none"])')
        .evaluateAll((paths) =>
          paths.flatMap((path) =>
            [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+?)h(\S+?)v/g)].map(([, x, y, width]) => ({
              left: Number(x),
              top: Number(y),
              width: Number(width),
            })),
          ),
        );
      expectSame(
        shapes,
        places.filter((place) => !isWide(place)),
        1,
      );
    }).toPass();
  });
}
