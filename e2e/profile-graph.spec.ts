import { functionKey } from '@/lib/profile/tree/path-key';
import { drawn, flameGraph, frame, graphs, tooltip, widestBlock } from './graph';
import { GROUP } from './pages';
import { expect, type Page, test } from './test';

const list = (page: Page) => page.getByRole('dialog').filter({ hasText: 'narrower than a pixel' });
/** The sentence about the frame that keys are at. */
const spoken = (page: Page) => page.locator('[aria-live="polite"]').filter({ hasText: /./ });

const percent = (text: string) => Number(/([\d.]+) %/.exec(text)?.[1]);

test('names the functions of a block, lists them by samples and zooms into one', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(GROUP);
  await drawn(graphs(page));
  const at = await widestBlock(page);
  await page.mouse.move(at.x, at.y);
  await expect(tooltip(page)).toContainText(/^\d+ functions, each narrower than a pixel/);
  await expect(tooltip(page)).toContainText(/% of all, [\d,]+ samples/);
  const share = percent(await tooltip(page).innerText());
  await page.mouse.click(at.x, at.y);
  await expect(list(page)).toContainText(/\d+ functions, each narrower than a pixel/);
  await expect(list(page).getByText('Loading')).toHaveCount(0);
  const titles = await list(page)
    .locator('li button[title*="samples"]')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('title') ?? ''));
  const samples = titles.map((title) =>
    Number(/, ([\d,.]+) samples?$/.exec(title)?.[1]?.replaceAll(',', '')),
  );
  expect(samples.length).toBeGreaterThan(1);
  expect(samples).toEqual(samples.toSorted((a, b) => b - a));
  const status = await list(page).getByRole('status').innerText();
  const rest = /, ([\d,.]+) samples? in all/.exec(status)?.[1]?.replaceAll(',', '') ?? '0';
  const listed = samples.reduce((sum, each) => sum + each, Number(rest));
  const [, all = ''] = /, ([\d,]+) samples/.exec(await list(page).innerText()) ?? [];
  expect(listed).toBe(Number(all.replaceAll(',', '')));
  expect(share).toBeGreaterThan(0);

  await list(page).locator('li button').first().click();
  await expect(list(page)).toHaveCount(0);
  await expect(page).toHaveURL(/focus=/);
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('reaches a block by keys, lists its functions and inspects one', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  const graph = flameGraph(page);
  await graph.focus();
  for (let row = 0; row < 22; row++) await graph.press('ArrowDown');
  for (let step = 0; step < 60; step++) {
    await graph.press('ArrowRight');
    if ((await spoken(page).innerText()).includes('narrower than a pixel')) break;
  }
  await expect(spoken(page)).toContainText(/narrower than a pixel: .*samples\. Enter lists them\./);
  await graph.press('Enter');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(graph).toBeFocused();
  await graph.press('Enter');
  await expect(list(page)).toBeVisible();
  // Also before the list has taken the focus.
  await graph.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await graph.press('Enter');
  await expect(list(page).getByText('Loading')).toHaveCount(0);
  await expect(list(page).locator(':focus')).toHaveText(/narrower than a pixel/);
  await list(page)
    .getByRole('button', { name: /^Inspect / })
    .first()
    .click();
  await expect(page).toHaveURL(/view=inspect/);
});

test('outlines each match of a search', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  const outlines = graphs(page).locator('path[fill="none"]');
  await expect(outlines).toHaveCount(0);
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await search.fill('CartService');
  await expect(outlines).toHaveCount(1);
  const count = (await outlines.getAttribute('d'))?.match(/M/g)?.length ?? 0;
  expect(count).toBeGreaterThan(1);
  await expect(page.getByRole('status').filter({ hasText: `${count} drawn` })).toBeVisible();
  await search.press('Enter');
  await expect(page.getByText(new RegExp(`match 1 of ${count}`))).toBeVisible();
});

test('fits the window at 360 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(GROUP);
  await drawn(graphs(page));
  const { scrollWidth, clientWidth } = await flameGraph(page).evaluate((graph) => ({
    scrollWidth: graph.scrollWidth,
    clientWidth: graph.clientWidth,
  }));
  expect(scrollWidth).toBe(clientWidth);
  expect(clientWidth).toBeLessThanOrEqual(360);
});

test('aligns callers with the function when only their graph has a minimap', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(`${GROUP}?view=inspect&inspected=${functionKey('java.util:HashMap:resize')}`);
  await drawn(graphs(page), 20);
  await expect(page.locator('svg[class*="minimap"]')).toHaveCount(1);
  const boxes = await graphs(page).evaluateAll((all) =>
    all
      .map((graph) => graph.firstElementChild?.getBoundingClientRect())
      .map((box) => [box?.left, box?.width]),
  );
  expect(boxes).toHaveLength(2);
  expect(boxes[0]).toEqual(boxes[1]);
});

test('opens no list for a block beyond the maximum depth', async ({ page }) => {
  await page.goto(`${GROUP}?maxDepth=2`);
  const graph = graphs(page);
  await drawn(graph, 2);
  await graph.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await graph.press(key);
  await expect(spoken(page)).toContainText(/^Frames deeper than 2 frames: .* samples\.$/);
  await graph.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(graph).toBeFocused();
});

test('counts only the matches of graphs that are on the page', async ({ page }) => {
  const found = page.getByRole('status').filter({ hasText: 'drawn' });
  const inspect = (name: string) =>
    page.goto(`${GROUP}?view=inspect&search=run&inspected=${functionKey(name)}`);
  await inspect('java.lang:Thread:run');
  await expect(found).toContainText(/drawn, in \d+ frames?$/);
  const alone = await found.innerText();
  await inspect('java.util:HashMap:resize');
  await expect(found).toContainText('drawn');
  await expect(found).not.toHaveText(alone);
  await page.getByRole('combobox', { name: 'Function to inspect' }).fill('Thread.run');
  await page.getByRole('option', { name: /^Thread\.run/ }).click();
  await expect(page.getByText('Nothing called it')).toBeVisible();
  await expect(found).toHaveText(alone);
});

test('forgets the step to a match when the matches change', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await search.fill('cart');
  const result = page.getByRole('status').filter({ hasText: 'matches' });
  await expect(result).toContainText('drawn');
  await search.press('Enter');
  await expect(result).toContainText('match 1 of');
  await frame(page, 'CoyoteAdapter').click();
  await expect(page).toHaveURL(/focus=/);
  await expect(result).toContainText('of the focused frame');
  await expect(result).not.toContainText('match 1 of');
});
