import { CANARY, farmFigures, farmPath, GROUP, panel, settled } from './pages';
import { expect, type Locator, type Page, test } from './test';

const rangeOf = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get('from'), searchParams.get('to')];
};

/** A point of a chart: shares of its width and height, from its upper left corner. */
async function pointOf(chart: Locator, x: number, y = 0.5): Promise<{ x: number; y: number }> {
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error('The chart is not on the page.');
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

async function dragOver(page: Page, chart: Locator, from: number, to: number): Promise<void> {
  const [start, end] = [await pointOf(chart, from), await pointOf(chart, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
}

const HOURS = 'from=2026-11-24T06:00:00Z&to=2026-11-24T12:00:00Z';
const DAYS = 'from=2026-11-10T00:00:00Z&to=2026-11-16T00:00:00Z&compare=none';

const axis = (page: Page) => page.getByRole('slider', { name: 'Time under the crosshair' });
const lines = (within: Page | Locator) => within.locator('[data-crosshair]:not([hidden])');
const bands = (page: Page) => page.locator('[data-selected-span]:visible');
const lockedAt = (page: Page) => page.getByTitle('The crosshair is locked here. Esc releases it.');

test('makes a span that is dragged over a lane the range, and undoes it with Back', async ({ page }) => {
  await page.goto(`/?${HOURS}`);
  await settled(page);
  const lane = panel(page, 'Profiles').getByRole('img', { name: /^sample-checkout-service/ });
  await dragOver(page, lane, 0.25, 0.75);
  await expect(page.getByText('24 Nov 2026, 07:30 – 10:30 UTC · 3 h')).toBeVisible();
  expect(await bands(page).count()).toBeGreaterThan(3);
  await page.mouse.up();
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-24T07:30:00.000Z', '2026-11-24T10:30:00.000Z']);
  await expect(bands(page)).toHaveCount(0);
  await page.goBack();
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-24T06:00:00Z', '2026-11-24T12:00:00Z']);
});

test('cancels a drag by Esc', async ({ page }) => {
  await page.goto(`/?${HOURS}`);
  await settled(page);
  await dragOver(page, axis(page), 0.25, 0.5);
  await expect(bands(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bands(page)).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByText('Esc cancels')).toHaveCount(0);
  expect(rangeOf(page)).toEqual(['2026-11-24T06:00:00Z', '2026-11-24T12:00:00Z']);
  await expect(lockedAt(page)).toBeHidden();
});

test('selects a span by the keys of the time axis', async ({ page }) => {
  await page.goto(`/?${HOURS}`);
  await settled(page);
  await axis(page).press('Home');
  await axis(page).press('Shift+ArrowRight');
  await axis(page).press('Shift+ArrowRight');
  await expect(axis(page)).toHaveAttribute('aria-valuetext', '24 Nov 2026, 06:00 – 06:12 UTC selected');
  await axis(page).press('Escape');
  await expect(bands(page)).toHaveCount(0);
  await axis(page).press('Home');
  await axis(page).press('Shift+ArrowRight');
  await axis(page).press('Enter');
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-24T06:00:00.000Z', '2026-11-24T06:06:00.000Z']);
});

test('drags on the timeline of a canary choose the range, also of a zoomed part', async ({ page }) => {
  await page.goto(`${CANARY}?${HOURS}`);
  const timeline = page.getByRole('slider', { name: /^Run timeline/ });
  await settled(page);
  await page.getByRole('button', { name: 'Zoom the timeline in' }).click();
  await expect(page).toHaveURL(/view=/);
  await dragOver(page, timeline, 0.4, 0.6);
  await page.mouse.up();
  await expect.poll(() => rangeOf(page)[0]).toMatch(/^2026-11-24T08:\d\d:00\.000Z$/);
  await expect(page).not.toHaveURL(/view=/);
  await page.goBack();
  await expect(page).toHaveURL(/view=/);
  await timeline.press('Shift+Enter');
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-24T07:30:00.000Z', '2026-11-24T10:30:00.000Z']);
});

test('chooses a range by a finger, and scrolls when it moves up or down', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ baseURL, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
  });
  const page = await context.newPage();
  await page.goto(`${CANARY}?${HOURS}`);
  await settled(page);
  const timeline = page.getByRole('slider', { name: /^Run timeline/ });
  const [start, end] = [await pointOf(timeline, 0.4), await pointOf(timeline, 0.7)];
  const client = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const middle = { x: (start.x + end.x) / 2, y: start.y };
  await touch('touchStart', start);
  await touch('touchMove', middle);
  await touch('touchMove', end);
  await expect(bands(page).first()).toBeVisible();
  await touch('touchEnd');
  await expect.poll(() => rangeOf(page)[0]).toMatch(/^2026-11-24T0[78]:/);
  await context.close();
});

test('runs one crosshair with values through all charts of a page, and locks it', async ({
  page,
  request,
}) => {
  await page.goto(`${await farmPath(request)}?${DAYS}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await settled(page);
  const chart = panel(page, 'Cost').getByRole('slider', { name: 'Cost by bar' });
  const other = panel(page, 'Compute hours');
  const { x, y } = await pointOf(chart, 0.5, 0.05);
  await page.mouse.move(x, y);
  await expect(lines(other)).toContainText(/\d/);
  await expect(lines(chart)).toContainText(/1[23] Nov 2026, \d\d:\d\d UTC/);

  await page.mouse.down();
  await page.mouse.up();
  await expect(lockedAt(page)).toContainText(/Crosshair at 1[23] Nov 2026, \d\d:\d\d UTC/);
  await page.mouse.move(0, 0);
  await expect(lines(other)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(lockedAt(page)).toBeHidden();
  await expect(lines(page)).toHaveCount(0);
});

test('keeps the choice of a crosshair in the browser', async ({ page }) => {
  await page.goto(`/?${HOURS}`);
  await settled(page);
  const menu = page.getByRole('button', { name: /^Crosshair/ });
  await expect(menu).toHaveAccessibleName('Crosshair: Line and values');
  const { x, y } = await pointOf(axis(page), 0.5);
  await page.mouse.move(x, y);
  await expect(panel(page, 'Canaries')).toContainText(/\d passed, (▲ )?\d failed/);
  await page.keyboard.press('x');
  await expect(menu).toHaveAccessibleName('Crosshair: Off');
  await expect(lines(page)).toHaveCount(0);
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Line', exact: true }).click();
  await page.reload();
  await settled(page);
  await expect(menu).toHaveAccessibleName('Crosshair: Line');
  await page.mouse.move(x - 5, y);
  await expect(lines(axis(page).locator('..'))).toContainText('24 Nov 2026, 08:5');
  await expect(panel(page, 'Canaries')).not.toContainText(/\d passed, /);
});

test('follows the pointer without drawing a chart again', async ({ page }) => {
  await page.goto(`${GROUP}?${HOURS}`);
  await settled(page);
  await page.goto(`/?${HOURS}`);
  await settled(page);
  const start = await pointOf(axis(page), 0.2);
  await page.mouse.move(start.x, start.y);
  await page.evaluate(() => {
    const drawn: string[] = [];
    Object.assign(window, { drawn });
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof SVGElement) drawn.push(target.outerHTML.slice(0, 80));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.mouse.move(start.x + 300, start.y, { steps: 60 });
  await expect(lines(panel(page, 'Canaries'))).not.toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { drawn: string[] }).drawn)).toEqual([]);
});
