import { expect, type Locator, type Page } from '@playwright/test';
import { MIN_LABEL_PX } from '@/lib/profile/graph/frame-size';

/** The interactive flame graphs of a page. */
export const graphs = (page: Page): Locator => page.getByRole('application');

/** The interactive flame graph of one profile. */
export const flameGraph = (page: Page): Locator => page.getByRole('application', { name: 'Flame graph' });

/** The tooltip of the frame under the pointer or at the keyboard. */
export const tooltip = (page: Page): Locator => page.locator('[class*="tooltip"]').first();

/** The shapes of frames, one path for all of a fill; not the outlines of matches, nor their shapes over the faded ones. */
const shapes = (of: Locator): Locator => of.locator('path:not([fill="none"], [data-match])');

/** Number of frames in graphs: shapes, and elements of d3-flame-graph unless shapes are beneath them. */
export async function frameCount(of: Locator): Promise<number> {
  const widths = await shapes(of).evaluateAll((paths) =>
    paths.flatMap((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/h([\d.]+)v/g)].map((box) => Number(box[1])),
    ),
  );
  const isBeneath = widths.some((width) => width > MIN_LABEL_PX);
  return widths.length + (isBeneath ? 0 : await of.locator('g.frame').count());
}

/** Waits until graphs are visible and have more than `minFrames` frames. */
export async function drawn(of: Locator, minFrames = 100): Promise<void> {
  await expect.poll(() => frameCount(of)).toBeGreaterThan(minFrames);
  await expect(of.first()).toBeVisible();
}

/** Number of rows in graphs. */
export async function rowCount(of: Locator): Promise<number> {
  const tops = await shapes(of).evaluateAll((paths) =>
    paths.flatMap((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/M\S+ (\S+?)h/g)].map(([, top]) => top),
    ),
  );
  const others = await of
    .locator('g.frame')
    .evaluateAll((frames) =>
      frames.map((each) => /,\s*([\d.]+)\)/.exec(each.getAttribute('transform') ?? '')?.[1]),
    );
  return new Set([...tops, ...others]).size;
}

/** The labels of frames wide enough for one: graph by graph, each row by row from the root. */
export const labelled = (page: Page): Locator => graphs(page).locator('.d3-flame-graph-label');

/** The first frame whose label contains a text. */
export const frame = (page: Page, text: string): Locator => labelled(page).filter({ hasText: text }).first();

/** The middle of each block, the widest first: no other box is as grey. */
export const blocks = (page: Page): Promise<{ x: number; y: number }[]> =>
  flameGraph(page).evaluate((graph) => {
    const origin = graph.querySelector('svg')?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [...graph.querySelectorAll('path')]
      .filter((path) => path.getAttribute('fill')?.includes('unmatched'))
      .flatMap((path) => [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+?)h(\S+?)v/g)])
      .map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }))
      .sort((a, b) => b.width - a.width)
      .map(({ x, y, width }) => ({ x: origin.left + x + width / 2, y: origin.top + y + 10 }));
  });

/** The middle of the widest block. */
export async function widestBlock(page: Page): Promise<{ x: number; y: number }> {
  const [widest] = await blocks(page);
  return widest ?? { x: 0, y: 0 };
}
