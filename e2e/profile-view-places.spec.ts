import { readFile } from 'node:fs/promises';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { rowCount } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { orderSiblings } from '@/lib/profile/transform/order';
import { samplesOf } from '@/lib/profile/transform/screen';
import { nodeAtFunctionPath } from '@/lib/profile/tree/function-path';
import { functionKey, nodeOfPathKey } from '@/lib/profile/tree/path-key';
import { type CompactTree, fromCompact } from '@/lib/profile/view/compact';
import { allBoxes, type Box } from './boxes';
import { drawn, frame, graphs } from './graph';
import { GROUP, GROUP_API, settled } from './pages';
import { saved } from './saved-files';
import { expect, type Locator, type Page, test } from './test';

const TIMES = { startTime: '2026-11-24T12:00:00Z', endTime: '2026-11-24T14:00:00Z' };
const RANGE = `from=${TIMES.startTime}&to=${TIMES.endTime}`;
const API = `${GROUP_API}/profile`;
const BASELINE = { baselineStartTime: '2026-11-23T12:00:00Z', baselineEndTime: '2026-11-23T14:00:00Z' };

type Answer = { tree: CompactTree; inspection?: { callers: CompactTree } };

/** The answer for a view of the page. */
async function answerFor(page: Page, params: Record<string, string>, path = API): Promise<Answer> {
  const answer = await page.request.get(path, { params: { ...TIMES, width: '1600', ...params } });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { data: Answer }).data;
}

/** The boxes of a tree in a graph `px` wide, where the fold puts them. */
function folded(compact: CompactTree, px: number, focusOf: (tree: ReturnType<typeof fromCompact>) => number) {
  const { tree } = orderSiblings(fromCompact(compact), 'name');
  const samples = { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') };
  return foldFrames(tree, samples, { focus: focusOf(tree), px });
}

/** Every box of a graph stands where a frame does, and every frame has a box, to half a pixel. */
async function expectPlaces(
  graph: Locator,
  foldAt: (px: number) => readonly DrawnFrame[],
  rootOnTop: boolean,
) {
  await expect(async () => {
    const canvas = await graph.locator('[aria-hidden]').first().boundingBox();
    if (!canvas) throw new Error('The graph has no box');
    const frames = foldAt(canvas.width);
    const rows = rowCount(frames);
    const expected = frames.map(({ x, row, width }) => ({
      left: canvas.x + x * canvas.width,
      top: canvas.y + (rootOnTop ? row : rows - 1 - row) * ROW_PX,
      width: width * canvas.width,
    }));
    const boxes = await allBoxes(graph);
    expect(boxes.length).toBe(expected.length);
    const isAt = (a: Box, b: Box) =>
      Math.abs(a.top - b.top) <= 0.5 &&
      Math.abs(a.left - b.left) <= 0.5 &&
      Math.abs(a.left + a.width - b.left - b.width) <= 0.5;
    expect(expected.filter((place) => !boxes.some((box) => isAt(box, place)))).toEqual([]);
  }).toPass();
}

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${GROUP}?${RANGE}${query}`);
  await drawn(graphs(page), 10);
  await settled(page);
}

/** Zooms into a frame, and waits for its answer. Returns its key. */
async function zoomInto(page: Page, label: string): Promise<string> {
  await frame(page, label).click();
  await expect(page).toHaveURL(/focus=/);
  await settled(page);
  return new URL(page.url()).searchParams.get('focus') ?? '';
}

test('places of the overview, whole and zoomed', async ({ page }) => {
  await open(page, '');
  const whole = await answerFor(page, {});
  await expectPlaces(graphs(page), (px) => folded(whole.tree, px, () => 0), true);
  const focus = await zoomInto(page, 'Worker.run');
  const zoomed = await answerFor(page, { focus });
  await expectPlaces(
    graphs(page),
    (px) => folded(zoomed.tree, px, (tree) => nodeOfPathKey(tree, focus) ?? 0),
    true,
  );
});

test('places of the hotspots, whole and zoomed, root at the bottom', async ({ page }) => {
  await open(page, '&view=hotspots&root=bottom');
  const whole = await answerFor(page, { view: 'hotspots' });
  await expectPlaces(graphs(page), (px) => folded(whole.tree, px, () => 0), false);
  const focus = await zoomInto(page, 'socketRead0');
  const zoomed = await answerFor(page, { view: 'hotspots', focus });
  await expectPlaces(
    graphs(page),
    (px) => folded(zoomed.tree, px, (tree) => nodeAtFunctionPath(tree, focus) ?? 0),
    false,
  );
});

test('places of an inspected function’s callers and callees', async ({ page }) => {
  const inspected = functionKey('java.util:HashMap:resize');
  await open(page, `&view=inspect&inspected=${inspected}`);
  const { tree, inspection } = await answerFor(page, { view: 'inspect', inspected });
  if (!inspection) throw new Error('No inspection');
  const [callers, callees] = [graphs(page).first(), graphs(page).last()];
  await expectPlaces(callers, (px) => folded(inspection.callers, px, () => 1), false);
  await expectPlaces(callees, (px) => folded(tree, px, () => 1), true);
});

test('places of a comparison, whole and zoomed', async ({ page }) => {
  await open(page, '&view=compare');
  const path = `${API}/compare`;
  const whole = await answerFor(page, BASELINE, path);
  await expectPlaces(graphs(page), (px) => folded(whole.tree, px, () => 0), true);
  const focus = await zoomInto(page, 'Worker.run');
  const zoomed = await answerFor(page, { ...BASELINE, focus }, path);
  await expectPlaces(
    graphs(page),
    (px) => folded(zoomed.tree, px, (tree) => nodeOfPathKey(tree, focus) ?? 0),
    true,
  );
});

test('a saved PNG has the borders of its frames where the fold says', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 2600 });
  await open(page, '');
  const { tree } = await answerFor(page, {});
  const { path } = await saved(page, 'Flame graph', 'PNG');
  const png = await readFile(path);
  const canvas = await graphs(page).first().locator('[aria-hidden]').first().boundingBox();
  const px = canvas?.width ?? 0;
  const wide = folded(tree, px, () => 0).filter(({ width, row }) => row > 0 && width * px > 20);
  expect(wide.length).toBeGreaterThan(20);
  // Inside of the left border, inside of the right one, and in the gap after it, in the middle of the row.
  const points = wide.map(({ x, width, row }) => ({
    y: row * ROW_PX + 3,
    xs: [x * px + 1, (x + width) * px - 2, (x + width) * px - 1, (x + width) * px - 0.5, (x + width) * px],
  }));
  const colours = await page.evaluate(
    async ([data, places]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas2d = document.createElement('canvas');
      canvas2d.width = image.width;
      canvas2d.height = image.height;
      const context = canvas2d.getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      const at = (x: number, y: number) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].join();
      // The graph starts below the caption: where the root's row is no longer the background at its left border.
      const ground = at(1, 1);
      let top = 0;
      while (top < image.height && !isRow(top)) top += 1;
      function isRow(y: number) {
        return [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => at(Math.round(share * image.width), y) !== ground);
      }
      const left = [...Array(200).keys()].find((x) => at(x, top + 4) !== ground) ?? 0;
      return places.map(({ xs, y }) => xs.map((x) => at(Math.round(left + 2 * x), top + 2 * y) === ground));
    },
    [png.toString('base64'), points] as const,
  );
  // The fill begins within half a pixel of the left border, and the gap of a pixel is before the right one.
  expect(colours.filter(([atLeft, atRight]) => atLeft || atRight)).toEqual([]);
  expect(colours.filter(([, , ...inGap]) => !inGap.includes(true))).toEqual([]);
});
