import { drawn, graphs } from './graph';
import { GROUP, panel, resize } from './pages';
import { strip } from './profile-page';
import { expect, type Page, test } from './test';

const DAY = 24 * 3600 * 1000;
const NOW = Date.parse('2026-11-24T14:30:00Z');
const RELEASE = Date.parse('2026-11-24T09:00:00Z');
const WEEK = 'from=2026-11-17T14:30:00Z&to=2026-11-24T14:30:00Z';

const marks = (page: Page) => panel(page, 'Flame graph').getByRole('button', { name: /^Anomal/ });
const release = (page: Page) =>
  marks(page)
    .filter({ visible: true })
    .and(page.getByRole('button', { name: /CartService\.recommend, since the hour from/ }));

async function openRelease(page: Page) {
  await release(page).click();
  const menu = page.getByRole('dialog', { name: /^Anomal.*CartService\.recommend/ });
  return menu.getByRole('listitem').filter({ hasText: 'CartService.recommend' });
}

test('leads from a week to what changed, and when', async ({ page }) => {
  // On a narrower page the mark would be moved, to stay in the picture.
  await page.setViewportSize({ width: 1920, height: 900 });
  await page.goto(`${GROUP}?${WEEK}`);
  await expect(release(page)).toHaveAccessibleName(/since the hour from 24 Nov 2026, 09:00 UTC/);
  const box = await strip(page).boundingBox();
  const mark = await release(page).boundingBox();
  const place = ((RELEASE - (NOW - 7 * DAY)) / (7 * DAY)) * (box?.width ?? 0) + (box?.x ?? 0);
  expect(Math.abs((mark?.x ?? 0) - place)).toBeLessThan(1.5);

  const anomaly = await openRelease(page);
  await expect(anomaly).toContainText('since the hour from 24 Nov 2026, 09:00 UTC');
  await expect(anomaly).toContainText(/rose from 0\.0 % to 13\.\d % of CPU samples/);
  await expect(anomaly).toContainText(
    /Compares 24 Nov 2026, 12:00 – 14:30 UTC with 24 Nov 2026, 06:30 – 09:00 UTC/,
  );
  await anomaly.getByRole('link', { name: 'Compare with before' }).click();

  await expect(page).toHaveURL(/view=compare/);
  await drawn(graphs(page), 50);
  const changed = page.getByRole('region', { name: 'Functions that changed most' });
  await changed.getByText('Total', { exact: true }).click();
  const grown = changed.getByRole('table', { name: 'Grown functions by total' }).getByRole('row');
  await expect(grown.filter({ hasText: 'CartService.recommend' })).toContainText(/\+1[34]\.\d/);
});

test('marks no healthy time before a release as unusual', async ({ page }) => {
  await page.goto(`${GROUP}?${WEEK}`);
  await expect(release(page)).toBeVisible();
  for (const name of await marks(page).evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''))) {
    expect(name).not.toMatch(/CartService\.recommend, \d/);
  }
});

test('opens what is known of an anomaly by keys, and gives the focus back', async ({ page }) => {
  await page.goto(`${GROUP}?${WEEK}`);
  await release(page).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: /CartService\.recommend/ });
  await expect(menu.getByRole('button', { name: 'Show this time' }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(release(page)).toBeFocused();
});

test('shows the time and the frames of an anomaly', async ({ page }) => {
  await page.goto(`${GROUP}?${WEEK}`);
  await (await openRelease(page)).getByRole('button', { name: 'Show this time' }).click();
  await expect(page).toHaveURL(/from=2026-11-24T09:00:00.000Z&to=2026-11-24T14:3\d/);
  await (await openRelease(page)).getByRole('link', { name: 'Show frames' }).click();
  await expect(page).toHaveURL(/view=inspect/);
  await expect(panel(page, 'Inspected function')).toContainText('CartService.recommend');
});

test('shows the same in the list of groups, the strip and the findings', async ({ page }) => {
  await page.goto('/profiles?from=now-24h');
  const shop = page.getByRole('row', { name: /sample-checkout-service/ });
  await expect(shop).toContainText('since the hour from 24 Nov 09:00');
  const link = shop.getByRole('link', { name: /anomal/ });
  const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
  await page.goto(`${GROUP}?from=now-24h`);
  await expect(release(page)).toBeVisible();
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  const listed = findings.getByRole('list', { name: 'Anomalies' }).getByRole('listitem');
  await expect(listed).toHaveCount(count);
  await expect(listed.filter({ hasText: 'CartService.recommend' })).toContainText(
    'since the hour from 24 Nov 2026, 09:00 UTC',
  );
});

/** The visible marks are apart, not cut, and wide enough to press, in a window of `width` px. */
async function expectWholeMarks(page: Page, width: number): Promise<void> {
  const boxes = await marks(page).evaluateAll((all) =>
    all.map((each) => {
      const { left, right } = each.getBoundingClientRect();
      return { left, right, isCut: each.scrollWidth > each.clientWidth };
    }),
  );
  expect(boxes).not.toEqual([]);
  expect(boxes.filter(({ isCut }) => isCut)).toEqual([]);
  for (const [i, { left, right }] of boxes.entries()) {
    expect(right).toBeLessThanOrEqual(boxes[i + 1]?.left ?? width);
    expect(right - left).toBeGreaterThanOrEqual(24);
  }
}

for (const [name, from] of Object.entries({
  hour: 'now-1h',
  day: 'now-24h',
  week: 'now-7d',
  month: 'now-30d',
})) {
  test(`shows only whole labels of anomalies for a ${name} at 360, 1280 and 2560 px`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${GROUP}?from=${from}&to=now`);
    for (const width of [360, 1280, 2560]) {
      await resize(page, width, 800);
      await expect(marks(page).first()).toBeVisible();
      await expect(() => expectWholeMarks(page, width)).toPass();
      await expect(page.getByText(/Anomalies are known only for 17 Nov 2026/)).toHaveCount(
        name === 'month' ? 1 : 0,
      );
      await marks(page).last().click();
      const menu = page.getByRole('dialog', { name: /^Anomal/ });
      const box = await menu.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
      await expect(menu).toBeHidden();
    }
  });
}

test('tells which canaries failed and what a farm cost at the time of an anomaly, as the overview does', async ({
  page,
}) => {
  await page.goto(`${GROUP}?${WEEK}`);
  const then = (await openRelease(page)).getByRole('region', { name: 'At the same time' });
  await expect(then).toContainText(/Canaries: \d+ of [\d,]+ runs failed: sample-/);
  await expect(then).toContainText(/Sample farm.*: \$[\d,]+\.\d\d\./);
  const text = (await then.textContent()) ?? '';
  const [, runs] = / of ([\d,]+ runs) failed/.exec(text) ?? [];
  const [money] = /\$[\d,]+\.\d\d/.exec(text) ?? [];
  const name =
    (await then
      .getByRole('link', { name: /^sample-/ })
      .first()
      .textContent()) ?? '';
  await then.getByRole('link', { name: 'Overview of this time' }).click();
  await expect(page).toHaveURL(/\/\?from=2026-11-24T09:00:00.000Z&to=2026-11-24T14:3\d/);
  await expect(page.getByRole('region', { name: /^Farm cost/ })).toContainText(money ?? 'none');
  await expect(panel(page, 'Canaries')).toContainText(`of ${runs} passed`);
  await panel(page, 'Canaries').getByRole('link', { name, exact: true }).click();
  await expect(panel(page, 'Incidents')).toContainText(/\d+ incidents?/);
});

test('tells the same in the list of anomalies, once it is opened by a key', async ({ page }) => {
  await page.goto(`${GROUP}?${WEEK}`);
  const marked = (await openRelease(page)).getByRole('region', { name: 'At the same time' });
  await expect(marked).toContainText(/Sample farm.*: \$[\d,]+\.\d\d\./);
  await expect(marked).toContainText(/Canaries: \d+ of [\d,]+ runs failed/);
  const text = (await marked.textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(marked).toBeHidden();

  const listed = panel(page, 'Recommendations')
    .getByRole('list', { name: 'Anomalies' })
    .getByRole('listitem')
    .filter({ hasText: 'CartService.recommend' });
  const toggle = listed.getByRole('button', { name: /^Runs and cost at the same time: since the hour from/ });
  const then = listed.getByRole('region', { name: 'At the same time' });
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await expect(then).toHaveCount(0);
  await toggle.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await expect(then).toHaveText(text);
  await toggle.press('Enter');
  await expect(then).toHaveCount(0);
});
