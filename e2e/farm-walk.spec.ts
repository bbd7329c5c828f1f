import { farmFigures, panel } from './pages';
import { cellsOf, saved } from './saved-files';
import { expect, type Page, test } from './test';

const QUERY = 'from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z';

const totals = (page: Page) => panel(page, 'Totals');

/** The figures of a step, once they are compared: a step back then has both the costs and the comparison at hand. */
async function expectCompared(page: Page, label: RegExp | string) {
  await expect(farmFigures(page)).toContainText(label);
  await expect(farmFigures(page)).toContainText(/ from \$| before/);
}

const firstGroup = (page: Page) => totals(page).locator('tbody').getByRole('rowheader').first();

test('walks a cost from all farms to one user’s instance type, exports it, shares it and goes back', async ({
  page,
  browser,
}) => {
  await page.goto(`/farms?${QUERY}`);
  await page.getByRole('link', { name: 'Sample farm', exact: true }).click();
  await expectCompared(page, /Total cost\s*\$\d/);
  const queue = await firstGroup(page).textContent();
  await firstGroup(page).getByRole('link').click();
  await expectCompared(page, /Cost of queue [a-z]+\s*\$\d/);
  await firstGroup(page).getByRole('link').click();
  await expectCompared(page, /Cost of 1 user in queue [a-z]+\s*\$\d/);

  const type = panel(page, 'Cost').getByRole('listitem').filter({ hasText: 'xlarge' }).first();
  const amount = /\$[\d,.]+$/.exec((await type.textContent()) ?? '')?.[0] ?? 'no amount';
  await type.getByRole('button').click();
  await expectCompared(page, `Cost of 1 user and 1 instance type in queue ${queue}${amount}`);

  const { path } = await saved(page, 'Totals', 'CSV');
  const [headings = [], ...groups] = await cellsOf(path);
  const usd = groups.map((cells) => Number(cells[headings.indexOf('Cost, US $')]));
  expect(usd).toEqual([expect.closeTo(Number(amount.replace(/[$,]/g, '')), 2)]);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await expect(farmFigures(other)).toHaveText((await farmFigures(page).textContent()) ?? '');
  await elsewhere.close();

  for (const label of [/Cost of 1 user in queue [a-z]+/, /Cost of queue [a-z]+/, /Total cost/]) {
    await page.goBack();
    await expectCompared(page, label);
  }
  await page.goBack();
  await expect(page).toHaveURL(/\/farms\?/);
});
