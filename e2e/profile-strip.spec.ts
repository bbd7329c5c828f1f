import { GROUP, panel, resize } from './pages';
import { strip } from './profile-page';
import { expect, test } from './test';

const NIGHT = 'from=2026-11-24T00:00:00Z&to=2026-11-24T06:00:00Z';

test('shows as many samples for a profile as its panel does', async ({ page }) => {
  await page.goto(`${GROUP}?from=2026-11-24T09:00:00Z&to=2026-11-24T13:00:00Z`);
  await strip(page).focus();
  await strip(page).press('Home');
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /, [\d,]+ samples: RUNNABLE/);
  const text = (await strip(page).getAttribute('aria-valuetext')) ?? '';
  const samples = /[\d,]+ samples/.exec(text)?.[0] ?? 'none';
  await strip(page).press('Enter');
  await expect(page).toHaveURL(/to=2026-11-24T09:05:00.000Z/);
  await expect(panel(page, 'Flame graph').getByRole('heading').locator('..')).toContainText(samples);
});

test('counts the samples of the chosen thread states', async ({ page }) => {
  await page.goto(`${GROUP}?${NIGHT}&data=WAITING`);
  await expect(panel(page, 'Flame graph')).toContainText('72 profiles of 5 minutes · samples: WAITING');
  await strip(page).focus();
  await strip(page).press('Home');
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /00:00 – 00:05 UTC, [\d,]+ samples$/);
});

test('marks an anomaly, which leads to its time', async ({ page }) => {
  await page.goto(`${GROUP}?${NIGHT}`);
  await page.getByRole('button', { name: /^Anomaly: OrderArchive\.run, 24 Nov 2026, 02:00/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show this time' }).click();
  await expect(page).toHaveURL(/from=2026-11-24T02:00:00.000Z&to=2026-11-24T03:00:00.000Z/);
});

test('reads the samples of both sides of a comparison', async ({ page }) => {
  await page.goto(`${GROUP}?${NIGHT}&view=compare`);
  for (const side of ['Baseline', 'Comparison']) {
    const slider = page.getByRole('region', { name: side }).getByRole('slider');
    await slider.focus();
    await slider.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', /05:55 – 06:00 UTC, [\d,]+ samples: RUNNABLE/);
  }
});

for (const [name, from] of [
  ['an hour', '2026-11-24T13:00:00Z'],
  ['five minutes', '2026-11-24T13:55:00Z'],
]) {
  test(`places ${name} at the same place in the strips of both sides`, async ({ page }) => {
    await page.goto(`${GROUP}?from=${from}&to=2026-11-24T14:00:00Z&view=compare`);
    const framed = (side: string) => page.getByRole('region', { name: side }).locator('rect[class*="range"]');
    const box = (side: string) => framed(side).boundingBox();
    await expect(framed('Comparison')).toBeVisible();
    const [baseline, comparison] = [await box('Baseline'), await box('Comparison')];
    expect(comparison?.width).toBeGreaterThan(5);
    expect(baseline?.x).toBeCloseTo(comparison?.x ?? 0, 0);
    expect(baseline?.width).toBeCloseTo(comparison?.width ?? 0, 0);
  });
}

test('states profiles and thread states of the strip in one line at 360, 800, 1280 and 1920 px', async ({
  page,
}) => {
  await page.goto(`${GROUP}?${NIGHT}&data=WAITING`);
  await expect(strip(page)).toHaveAccessibleName(/^72 profiles/);
  for (const width of [360, 800, 1280, 1920]) {
    await resize(page, width, 900);
    const short = panel(page, 'Flame graph').getByText(/^72 × 5 min · WAITING/);
    const long = panel(page, 'Flame graph')
      .locator('[aria-hidden]')
      .getByText(/^72 profiles of 5 minutes · samples: WAITING/);
    const status = width < 1600 ? short : long;
    await expect(status).toBeVisible();
    await expect(async () => {
      const box = await status.locator('..').boundingBox();
      expect(box?.height).toBeLessThanOrEqual(20);
      const newest = await page.getByRole('button', { name: 'Newest data' }).boundingBox();
      const isBeside = Math.abs((box?.y ?? 0) - (newest?.y ?? 0)) < 10;
      expect(isBeside, `${width} px`).toBe(width >= 1280);
    }).toPass();
  }
});

test('names UTC days on a phone in another zone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${GROUP}?from=2026-11-18T00:00:00Z&to=2026-11-24T00:00:00Z&strip=P1D&tz=Europe/Berlin`);
  await expect(panel(page, 'Flame graph').getByText(/^\d+ × 1 day · CPU · UTC days/)).toBeVisible();
});

test('shows the profile under the pointer in one line below the controls of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${GROUP}?${NIGHT}`);
  await expect(strip(page)).toHaveAccessibleName(/^72 profiles/);
  const caption = panel(page, 'Flame graph').getByText(/^24 Nov 2026, 0\d:\d\d – .+ UTC, .+ samples: /);
  // What loads above the strip moves it away from the pointer.
  await expect(async () => {
    await strip(page).hover();
    await expect(caption).toBeVisible({ timeout: 1000 });
  }).toPass();
  const box = await caption.boundingBox();
  const source = await page.getByRole('combobox', { name: 'Profile of' }).boundingBox();
  expect(box?.height).toBeLessThanOrEqual(16);
  expect(box?.y).toBeGreaterThanOrEqual((source?.y ?? 0) + (source?.height ?? 0));
});
