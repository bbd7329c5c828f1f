import type { Page } from '@playwright/test';
import { panel } from './pages';
import { expect, test } from './test';

const RANGES = {
  yesterday: 'from=now-1d/d&to=now/d',
  '24 hours': 'from=now-24h&to=now',
  '30 days': 'from=now-30d&to=now',
};

/** The availability of a canary on the overview, once all its runs were read: share and number of runs. */
async function onOverview(page: Page, name: string, range: string) {
  await page.goto(`/?${range}`);
  const row = panel(page, 'Canaries').getByRole('img', {
    name: new RegExp(`^${name}: .*% of [\\d,]+ runs?(, [\\d,]+ missed)?$`),
  });
  await expect(row).toBeVisible();
  const [, share = '', finished = ''] =
    /([\d.]+ %) of ([\d,]+) run/.exec((await row.getAttribute('aria-label')) ?? '') ?? [];
  return { share, finished };
}

for (const [title, range] of Object.entries(RANGES)) {
  test(`the overview and the page of a canary agree over ${title}`, async ({ page }) => {
    for (const name of ['sample-checkout', 'sample-login-flow']) {
      const { share, finished } = await onOverview(page, name, range);
      await page.goto(`/canaries/${name}?${range}`);
      const availability = page.locator('dl > *').filter({ hasText: /^Availability/ });
      await expect(availability).toContainText(share);
      await expect(availability).toContainText(`of ${finished} scheduled run`);
    }
  });
}
