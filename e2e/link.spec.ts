import { expect, test } from '@playwright/test';
import { CANARY, farmPath, GROUP, settled } from './pages';

const VIEWS: Record<string, (farm: string) => string> = {
  overview: () => '/?from=now-12h&to=now&tz=Europe/Berlin',
  profile: () => `${GROUP}?from=now-3h&to=now&depth=12&data=latency`,
  farm: (farm) => `${farm}?from=now-2d&to=now&tz=Europe/Berlin`,
  canary: () => `${CANARY}?from=now-1d&to=now`,
};

for (const [name, pathOf] of Object.entries(VIEWS)) {
  test(`a shared link of the ${name} page shows the same in another browser`, async ({
    page,
    browser,
    request,
  }) => {
    await page.goto(pathOf(await farmPath(request)));
    await settled(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: /^Share/ }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).searchParams.get('from')).toMatch(/^2026-11-2\dT/);

    const other = await browser.newContext({ timezoneId: 'Asia/Tokyo', locale: 'en-US' });
    const theirs = await other.newPage();
    await theirs.goto(link);
    await settled(theirs);
    await page.goto(link);
    await settled(page);
    await expect(async () => {
      const seen = await page.getByRole('main').innerText();
      expect(seen.length).toBeGreaterThan(200);
      expect(await theirs.getByRole('main').innerText()).toBe(seen);
    }).toPass({ timeout: 20_000 });
    await other.close();
  });
}
