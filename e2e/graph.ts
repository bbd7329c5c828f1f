import { expect, type Locator, type Page } from '@playwright/test';

/** The interactive flame graphs of a page. */
export const graphs = (page: Page): Locator => page.getByRole('application');

/** Number of frames in graphs; one path has all frames of a fill. */
export const frameCount = (of: Locator): Promise<number> =>
  of
    .locator('path')
    .evaluateAll((paths) =>
      paths.reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0),
    );

/** Waits until graphs are visible and have more than `minFrames` frames. */
export async function drawn(of: Locator, minFrames = 100, wait: { timeout?: number } = {}): Promise<void> {
  await expect.poll(() => frameCount(of), wait).toBeGreaterThan(minFrames);
  await expect(of.first()).toBeVisible();
}

/** Number of rows in graphs. */
export const rowCount = (of: Locator): Promise<number> =>
  of
    .locator('path')
    .evaluateAll(
      (paths) =>
        new Set(
          paths.flatMap((path) =>
            [...(path.getAttribute('d') ?? '').matchAll(/M\S+ (\S+?)h/g)].map(([, top]) => top),
          ),
        ).size,
    );

/** The labels of frames wide enough for one: graph by graph, each depth-first. */
export const labelled = (page: Page): Locator => graphs(page).locator('span');

/** The first frame whose label contains a text. */
export const frame = (page: Page, text: string): Locator => labelled(page).filter({ hasText: text }).first();
