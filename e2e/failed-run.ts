import { expect, type Page } from '@playwright/test';
import { CANARY, panel, runTable, settled } from './pages';

export const FAILED = `${CANARY}?from=now-24h&to=now&show=failed`;

/** Opens the newest failed run of a canary of a dashboard, once all runs of the range are read. */
export async function openFailed(page: Page, dashboard = ''): Promise<void> {
  await page.goto(dashboard + FAILED);
  await expect(panel(page, 'Run list')).toContainText(/\d attempts(?! loaded)/);
  await runTable(page).getByRole('row').nth(1).getByRole('button').click();
  await expect(page.getByLabel(/^Run of /)).toContainText('Failed');
  await settled(page);
}
