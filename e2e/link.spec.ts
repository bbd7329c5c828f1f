import { CANARY, farmPath, GROUP, panel, runTable, settled } from './pages';
import { expect, type Page, test } from './test';

type View = { path(farm: string): string; arrange?(page: Page): Promise<unknown> };

/** Pages as a user leaves them: filters in the link, and a choice made by hand. */
const VIEWS: Record<string, View> = {
  overview: { path: () => '/?from=now-12h&to=now&tz=Europe/Berlin' },
  profile: {
    path: () => `${GROUP}?from=now-3h&to=now&maxDepth=12`,
    arrange: async (page) => {
      await page.getByText('Latency', { exact: true }).click();
      await expect(panel(page, 'Flame graph')).toContainText('TIMED_WAITING');
    },
  },
  farm: {
    path: (farm) => `${farm}?from=now-2d&to=now&tz=Europe/Berlin`,
    arrange: async (page) => {
      await page.getByRole('combobox', { name: 'Group by' }).click();
      await page.getByRole('option', { name: 'Instance type' }).click();
      await expect(panel(page, 'Totals')).toContainText('c6i.4xlarge');
    },
  },
  'list of canaries': {
    path: () => '/canaries?from=now-1d&to=now',
    arrange: async (page) => {
      await page.getByRole('combobox', { name: 'Group' }).click();
      await page.getByRole('option', { name: 'sample-shop' }).click();
      await page.getByRole('button', { name: 'p95' }).click();
      await page.getByRole('searchbox', { name: 'Search canaries' }).fill('o');
      await expect(page).toHaveURL(/search=o/);
      // The others were read before they were filtered out.
      await page.reload();
    },
  },
  canary: {
    path: () => `${CANARY}?from=now-1d&to=now`,
    arrange: async (page) => {
      await page.getByRole('combobox', { name: 'Browser' }).click();
      await page.getByRole('option', { name: 'Firefox' }).click();
      await panel(page, 'Run list').getByText('Failed', { exact: true }).first().click();
      await panel(page, 'Runs').getByText('Log', { exact: true }).click();
      await page.getByLabel('Objective, %').fill('99');
      await page.getByLabel('Objective, %').press('Enter');
      await page.getByRole('button', { name: 'Zoom the timeline in' }).click();
      await runTable(page).getByRole('row').nth(1).getByRole('button').click();
      await page
        .getByLabel(/^Run of /)
        .getByRole('button', { name: /run\.log/ })
        .click();
      await expect(page).toHaveURL(/file=run\.log/);
    },
  },
};

/**
 * A page's lines of text, sorted because a graph drawn again may order its frames differently; the rows of its tables in their order;
 * and what its fields hold.
 */
const shown = async (page: Page) => ({
  lines: (await page.getByRole('main').innerText())
    .replace((await page.getByLabel('Shared link').allInnerTexts()).join(), '')
    .split('\n')
    .filter((line) => line !== '')
    .sort(),
  rows: await page.getByRole('main').getByRole('row').allInnerTexts(),
  fields: await page
    .getByRole('main')
    .locator('input')
    .evaluateAll((fields: HTMLInputElement[]) =>
      fields.map(({ type, value, checked }) => (/radio|checkbox/.test(type) ? checked : value)),
    ),
});

for (const [name, { path, arrange }] of Object.entries(VIEWS)) {
  test(`shows the same ${name} page in another browser from a shared link`, async ({
    page,
    browser,
    request,
  }) => {
    await page.goto(path(await farmPath(request)));
    await settled(page);
    await arrange?.(page);
    await settled(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: /^Share: / }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).pathname).toMatch(/^\/s\/[\w-]{22}$/);

    const other = await browser.newContext({ timezoneId: 'Asia/Tokyo', locale: 'en-US' });
    const theirs = await other.newPage();
    await theirs.goto(link);
    await settled(theirs);
    await expect(async () => {
      const seen = await shown(page);
      expect(seen.lines.length).toBeGreaterThan(20);
      expect(await shown(theirs)).toEqual(seen);
    }).toPass();
    await other.close();
  });
}

test('cuts the dashboard off from a page of another site that opens it, and from no other', async ({
  page,
  baseURL,
}) => {
  const address = `${baseURL}/profiles`;
  const opened = async () => {
    const popup = page.waitForEvent('popup');
    await page.evaluate((url) => void window.open(url), address);
    await (await popup).getByRole('heading', { name: 'Profiles' }).waitFor();
    return (await popup).evaluate(() => window.opener !== null);
  };
  await page.route('http://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>Elsewhere</p>' }),
  );
  await page.goto('http://elsewhere.example/');
  expect(await opened()).toBe(false);
  await page.goto(address);
  expect(await opened()).toBe(true);
});
