import { panel, settled } from './pages';
import { expect, test } from './test';

test('marks the anomalies of a group on the overview, and leads to them', async ({ page }) => {
  await page.goto('/?from=2026-11-24T03:00:00Z&to=2026-11-24T14:32:00Z');
  await settled(page);
  const profiles = panel(page, 'Profiles');
  const row = profiles.getByRole('listitem').filter({ hasText: 'sample-checkout-service' });
  await expect(row.locator('[data-anomaly]')).not.toHaveCount(0);
  await expect(profiles).toContainText(
    'Anomaly: the share of a function differs from what was usual before.',
  );
  const link = row.getByRole('link', { name: /anomal/ });
  await link.click();
  await expect(page).toHaveURL(/\/profiles\/sample-checkout-service\?from=2026-11-24T/);
});
