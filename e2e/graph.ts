import { expect, type Locator, type Page } from '@playwright/test';

/** The flame graphs of a page that can be worked with. */
export const graphs = (page: Page): Locator => page.getByRole('application');

/** How many frames graphs have: all of one fill are one path. */
export const frameCount = (of: Locator): Promise<number> =>
  of
    .locator('path')
    .evaluateAll((paths) =>
      paths.reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0),
    );

/** Waits until graphs can be seen and have more frames than so many. */
export async function drawn(of: Locator, than = 100, wait: { timeout?: number } = {}): Promise<void> {
  await expect.poll(() => frameCount(of), wait).toBeGreaterThan(than);
  await expect(of.first()).toBeVisible();
}

/** How many rows the frames of graphs stand in. */
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

/** The frames that are wide enough for a label: a graph after the other, each depth-first. */
export const labelled = (page: Page): Locator => graphs(page).locator('span');

/** The first frame whose label has a text. */
export const frame = (page: Page, text: string): Locator => labelled(page).filter({ hasText: text }).first();
