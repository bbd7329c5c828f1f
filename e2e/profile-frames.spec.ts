import { functionKey } from '@/lib/profile/tree/path-key';
import { drawn, flameGraph, frame, frameCount, graphs, labelled, tooltip } from './graph';
import { hold } from './hold';
import { pictureOf, share } from './kept-picture';
import { GROUP, panel } from './pages';
import { expect, type Page, test } from './test';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${GROUP}${query}`);
  await drawn(graphs(page));
}

/** Presses keys on the graph, from its root. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  await flameGraph(page).focus();
  for (const key of ['Home', ...keys]) await flameGraph(page).press(key);
}

test('hides a function by a key, lists it, keeps it in the link and restores it', async ({ page }) => {
  await open(page);
  const samples = async () =>
    /[\d,]+ samples/.exec(await panel(page, 'Flame graph').innerText())?.[0] ?? 'none';
  const before = await samples();
  await press(page, 'ArrowDown', 'h');
  const hidden = page.getByRole('group', { name: 'Hidden functions' });
  await expect(hidden).toContainText('Thread.run');
  await expect(page).toHaveURL(/hidden=/);
  expect(await samples()).toBe(before);
  await page.reload();
  await expect(hidden).toContainText('Thread.run');
  await press(page, 'ArrowDown', 'h');
  await expect(hidden.getByRole('button', { name: /^Show / })).toHaveCount(3);
  await hidden.getByRole('button', { name: 'Show Thread.run' }).click();
  await expect(hidden).not.toContainText('Thread.run');
  await hidden.getByRole('button', { name: 'Show all' }).click();
  await expect(hidden).toHaveCount(0);
  await expect(page).not.toHaveURL(/hidden=/);
});

test('collapses a function by the menu or a key until it is expanded', async ({ page }) => {
  await open(page);
  const before = await frameCount(graphs(page));
  await expect(frame(page, 'SocketProcessor.doRun')).toBeVisible();
  const worker = frame(page, 'ThreadPoolExecutor.runWorker');
  await worker.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Collapse the function/ }).click();
  const collapsed = page.getByRole('group', { name: 'Collapsed functions' });
  await expect(collapsed).toContainText('ThreadPoolExecutor.runWorker');
  await expect(page).toHaveURL(/collapsed=/);
  await expect(frame(page, 'SocketProcessor.doRun')).toHaveCount(0);
  await worker.hover();
  const [total, self] = await page.locator('[class*="counts"] td[class*="share"]').allInnerTexts();
  expect(self).toBe(total);
  await page.reload();
  await expect(collapsed).toContainText('ThreadPoolExecutor.runWorker');
  await press(page, 'ArrowDown', 'ArrowRight', 'o');
  await expect(collapsed.getByRole('button', { name: /^Expand / })).toHaveCount(3);
  await collapsed.getByRole('button', { name: 'Expand ThreadPoolExecutor.runWorker' }).click();
  await collapsed.getByRole('button', { name: 'Expand all' }).click();
  await expect(collapsed).toHaveCount(0);
  await expect(page).not.toHaveURL(/collapsed=/);
  await expect.poll(() => frameCount(graphs(page))).toBe(before);
});

test('keeps the focus above a collapsed function', async ({ page }) => {
  await open(page);
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(page).toHaveURL(/focus=/);
  await press(page, 'ArrowDown', 'ArrowDown', 'o');
  await expect(page).toHaveURL(/collapsed=/);
  await expect(page).toHaveURL(/focus=/);
  await page.getByRole('button', { name: 'Expand all' }).click();
  await expect(page).not.toHaveURL(/collapsed=/);
  await expect(page).toHaveURL(/focus=/);
});

test('opens a frame’s menu by pointer and key, and copies names and stacks', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await frame(page, 'Worker.run').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy the name' }).click();
  await expect(page.getByText('Name copied')).toBeVisible();
  expect(await clipboard(page)).toMatch(/Worker:run$/);
  await press(page, 'ArrowDown', 'ArrowDown', 'm');
  await expect(page.getByRole('menuitem', { name: 'Zoom in' })).toBeFocused();
  await page.getByRole('menuitem', { name: 'Copy the stack' }).click();
  await expect(page.getByText('Stack copied')).toBeVisible();
  expect((await clipboard(page)).split('\n')).toHaveLength(2);
  await press(page, 'ArrowDown', 'm');
  await page.getByRole('menuitem', { name: 'Inspect the function' }).click();
  await expect(page).toHaveURL(/view=inspect/);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 400, height: 800 } });

  test('opens a frame’s menu by a long press and zooms in by a tap', async ({ page }) => {
    await open(page);
    const worker = frame(page, 'WrappingRunnable.run');
    // A menu at a point outside the window is hidden.
    await worker.scrollIntoViewIfNeeded();
    const box = await worker.boundingBox();
    if (!box) throw new Error('The frame has no box');
    const at = { clientX: box.x + 20, clientY: box.y + 10 };
    // The events of a phone without a context menu event.
    await worker.dispatchEvent('pointerdown', {
      pointerType: 'touch',
      isPrimary: true,
      bubbles: true,
      ...at,
    });
    const hide = page.getByRole('menuitem', { name: 'Hide the function' });
    await expect(hide).toBeVisible();
    await worker.dispatchEvent('pointerup', { pointerType: 'touch', isPrimary: true, bubbles: true, ...at });
    await worker.dispatchEvent('click', { bubbles: true, ...at });
    await expect(hide).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(hide).toBeHidden();
    await expect(page.getByText('Click a frame to zoom into it')).toBeVisible();
    await expect(page).not.toHaveURL(/focus=/);
    await worker.tap();
    await expect(page).toHaveURL(/focus=/);
    await page.getByRole('button', { name: 'Menu of this frame' }).tap();
    await hide.tap();
    await expect(page.getByRole('group', { name: 'Hidden functions' })).toContainText('WrappingRunnable.run');
  });
});

test('links sources by the template stored in the browser', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Display' }).click();
  const template = page.getByRole('textbox', { name: 'Link to sources' });
  await template.fill('javascript:alert("{file}")');
  await expect(page.getByText('An https address with {file}')).toBeVisible();
  await template.fill('https://git.example/blob/main/{file}#L{line}');
  await page.keyboard.press('Escape');
  await page.reload();
  await drawn(graphs(page));
  await press(page, 'ArrowDown', 'm');
  const link = page.getByRole('menuitem', { name: 'Open the source' });
  await expect(link).toHaveAttribute('href', /^https:\/\/git\.example\/blob\/main\/[\w.%/]+#L\d+$/);
});

test('shows the share of a search, steps through its matches and accepts expressions', async ({ page }) => {
  await open(page);
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await search.fill('CartService');
  await expect(page).toHaveURL(/search=CartService/);
  const status = page.getByRole('toolbar').getByRole('status');
  await expect(status).toContainText(/% of all samples in \d+ functions · \d+ matches, \d+ drawn/);
  await search.press('Enter');
  await expect(status).toContainText(/match 1 of \d+/);
  await search.press('Enter');
  await expect(status).toContainText(/match 2 of \d+/);
  await search.press('Shift+Enter');
  await expect(status).toContainText(/match 1 of \d+/);
  await search.fill('/Cart(Service|Merger):.*load$/');
  await expect(status).toContainText(/% of all samples in \d functions/);
  await search.fill('/(/');
  await expect(status).toContainText(/can’t be searched for: a closing \) is missing in “\(”\.$/);
  await search.fill('/(a+)+$/');
  await expect(status).toContainText(/of all samples|No function matches/);
});

test('does not zoom when the pointer slides off a frame before the button is released', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1200 });
  await open(page);
  const from = await frame(page, 'Worker.run').boundingBox();
  const to = await frame(page, 'SocketProcessor.doRun').boundingBox();
  if (!from || !to) throw new Error('The frames have no boxes');
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y + 5);
  await page.mouse.up();
  await expect(tooltip(page)).toContainText('SocketProcessor:doRun');
  await expect(page).not.toHaveURL(/focus=/);
  await frame(page, 'SocketProcessor.doRun').click();
  await expect(page).toHaveURL(/focus=/);
});

for (const query of ['?root=bottom', `?view=inspect&inspected=${functionKey('java.util:HashMap:resize')}`]) {
  test(`points at the frame under the pointer, also after scrolling: ${query}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 620 });
    await page.goto(`${GROUP}${query}`);
    await drawn(graphs(page), 20);
    const all = await labelled(page).all();
    for (const each of all.filter((_, place) => place % 7 === 1)) {
      const name = (await each.innerText()).split('.').at(-1) ?? '';
      await expect(async () => {
        // The first hover scrolls; the tooltip follows the next move.
        await each.hover();
        await each.hover({ position: { x: 2, y: 2 } });
        await expect(tooltip(page)).toContainText(name, { timeout: 1000 });
      }).toPass();
    }
  });
}

test('prefetches the zoom of the frame under the pointer, so a click needs no request', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (/\/profile\?.*focus=/.test(request.url())) requested.push(request.url());
  });
  await open(page);
  const worker = frame(page, 'Worker.run');
  const answered = page.waitForResponse((answer) => /\/profile\?.*focus=/.test(answer.url()));
  await worker.hover();
  await answered;
  await worker.click();
  await expect(page).toHaveURL(/focus=/);
  await expect(page.getByRole('navigation', { name: 'Focused frame' })).toContainText('Worker.run');
  expect(requested).toHaveLength(1);
});

test('prefetches the zoom when a frame is pressed, so the click needs no other request', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (/\/profile\?.*focus=/.test(request.url())) requested.push(request.url());
  });
  await open(page);
  const box = await frame(page, 'Worker.run').boundingBox();
  if (!box) throw new Error('The frame has no box');
  const answered = page.waitForResponse((answer) => /\/profile\?.*focus=/.test(answer.url()));
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await answered;
  await page.mouse.up();
  await expect(page.getByRole('navigation', { name: 'Focused frame' })).toContainText('Worker.run');
  expect(requested).toHaveLength(1);
});

test('zooms with the frames at hand while the answer is late, then draws the finer ones', async ({
  page,
}) => {
  await open(page);
  const before = await frameCount(graphs(page));
  const release = await hold(page, /\/profile\?.*focus=/);
  await frame(page, 'CartController').click();
  const focused = page.getByRole('navigation', { name: 'Focused frame' });
  await expect(focused).toContainText('CartController');
  const known = await frameCount(graphs(page));
  expect(known).toBeLessThan(before);
  release();
  await expect.poll(() => frameCount(graphs(page))).toBeGreaterThan(known);
});

test('scrolls to a match below the window with its tooltip until the search ends; a menu does not scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await open(page);
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await search.fill('invokeForRequest');
  await expect(page.getByRole('status').filter({ hasText: /% of all samples in [1-9]/ })).toBeVisible();
  await search.press('Enter');
  await expect(tooltip(page)).toContainText('invokeForRequest');
  await expect(tooltip(page)).toBeInViewport({ ratio: 1 });
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(0);
  await search.press('Escape');
  await expect(tooltip(page)).toHaveCount(0);
  await frame(page, 'SocketProcessor').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  const at = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await page.evaluate(() => window.scrollY)).toBe(at);
});

test('prefetches a page when the pointer is over its link', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('_rsc=')) requested.push(new URL(request.url()).pathname);
  });
  await open(page);
  expect(requested).toEqual([]);
  const ahead = page.waitForRequest((request) => /\/canaries\?.*_rsc=/.test(request.url()));
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Canaries' }).hover();
  await ahead;
});

test('shows the graph as a tree that arrow keys expand and collapse', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Show as a tree' }).click();
  const tree = page.getByRole('treegrid', { name: 'Frames as a tree' });
  const row = (place: number) => tree.getByRole('row').nth(place);
  await expect(row(1)).toHaveAttribute('aria-expanded', 'true');
  await row(1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(2)).toBeFocused();
  await expect(row(2)).toHaveAttribute('aria-expanded', 'false');
  const before = await tree.getByRole('row').count();
  await page.keyboard.press('ArrowRight');
  await expect(row(2)).toHaveAttribute('aria-expanded', 'true');
  expect(await tree.getByRole('row').count()).toBeGreaterThan(before);
  await page.keyboard.press('ArrowRight');
  await expect(row(3)).toBeFocused();
  await expect(row(3)).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('row')).toHaveCount(before);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/focus=/);
});

test('draws every frame of a pixel and reports the others', async ({ page }) => {
  await open(page, '?data=all');
  await expect(panel(page, 'Flame graph')).toContainText('narrower than a pixel');
  expect(await frameCount(graphs(page))).toBeGreaterThan(800);
});

test('copies the address of the latest profile by the time it covers', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?latest=PT1H');
  await page.getByRole('button', { name: 'Menu of Flame graph' }).click();
  await page.getByRole('menuitem', { name: /^Copy link/ }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const { searchParams } = new URL(await clipboard(page));
  expect(searchParams.get('from')).toMatch(/^2026-11-24T1[34]:00:00/);
  expect(searchParams.get('to')).toMatch(/^2026-11-24T14:/);
  expect(searchParams.has('latest')).toBe(false);
});

test('shares the latest profile of the moment', async ({ page }) => {
  await open(page, '?latest=PT1H');
  const before = await pictureOf(page);
  await page.goto(await share(page));
  await expect(async () => expect(await pictureOf(page)).toEqual(before)).toPass();
});
