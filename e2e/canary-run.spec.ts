import { FAILED, openFailed } from './failed-run';
import { CANARY, panel, runTable, settled } from './pages';
import { expect, type Page, test } from './test';

const details = (page: Page) => page.getByLabel(/^Run of /);

/** Opens the newest run that failed because of an answer, and returns the status of that answer. */
async function openFailedAnswer(page: Page): Promise<string> {
  await page.goto(FAILED);
  const rows = runTable(page)
    .getByRole('row')
    .filter({ hasText: /answered 5\d\d/ });
  const reason = await rows.first().innerText();
  await rows.first().getByRole('button').click();
  await expect(details(page)).toContainText('Failed');
  await settled(page);
  return /answered (\d+)/.exec(reason)?.[1] ?? '';
}

test('opens a failed run’s steps, requests, screenshot and log, and keeps the open file in the link', async ({
  page,
}) => {
  const status = await openFailedAnswer(page);
  const run = details(page);
  await expect(run.getByRole('list', { name: 'Steps' }).getByRole('listitem').last()).toContainText('Failed');
  await run.getByRole('button', { name: /results\.har/ }).click();
  await expect(run.getByText(/\d+ requests in /)).toBeVisible();
  await expect(run.getByRole('list', { name: 'Requests by their start' })).toContainText(`▲ ${status}`);
  await expect(page).toHaveURL(/file=results\.har/);
  await page.reload();
  await expect(run.getByText(/\d+ requests in /)).toBeVisible();
  await run
    .getByRole('button', { name: /^Screenshot/ })
    .first()
    .click();
  const picture = run.getByRole('img', { name: /^Screenshot / });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  await run.getByRole('button', { name: /run\.log/ }).click();
  await expect(run.getByText(/INFO: Step .* starts/)).toBeVisible();
});

test('tells that a screenshot can’t be shown', async ({ page }) => {
  await page.route(/artifacts\/file/, (route) => route.fulfill({ status: 413, body: '{}' }));
  await openFailed(page);
  const run = details(page);
  await run
    .getByRole('button', { name: /^Screenshot/ })
    .first()
    .click();
  await expect(run.getByRole('list').filter({ hasText: 'run.log' })).toContainText('.png can’t be shown.');
});

test('compares a run with the last success, and opens that', async ({ page }) => {
  await openFailed(page);
  const beside = details(page).getByRole('region', { name: 'Compared with the last success' });
  await expect(beside).toContainText('The script passed');
  await beside.getByRole('button', { name: 'Open the last success' }).click();
  await expect(details(page)).toContainText('outside of the filter');
  await page.goBack();
  await expect(details(page)).toContainText('1 of');
});

test('closes the open file with Back before the run', async ({ page }) => {
  await openFailed(page);
  const run = details(page);
  const log = run.getByRole('button', { name: /run\.log/ });
  await log.click();
  await expect(page).toHaveURL(/file=run\.log/);
  await page.goBack();
  await expect(log).toHaveAttribute('aria-expanded', 'false');
  await expect(run).toContainText('Failed');
  await page.goBack();
  await expect(run).toBeHidden();
});

test('steps through the runs of the filter alone', async ({ page }) => {
  await openFailed(page);
  await expect(details(page)).toBeFocused();
  await expect(details(page)).toContainText(/· 1 of \d+, newest first/);
  await page.keyboard.press('ArrowLeft');
  await expect(details(page).getByRole('heading', { level: 2 })).toContainText('Failed');
  await page.keyboard.press('Home');
  await expect(details(page)).toContainText(/· ([\d,]+) of \1, newest first/);
});

test('zooms the timeline by keys and keeps the zoom in the link, without changing the range', async ({
  page,
}) => {
  await page.goto(`${CANARY}?from=now-24h&to=now`);
  const timeline = page.getByLabel(/^Run timeline/);
  const read = panel(page, 'Runs').getByText(/\d attempts(?! loaded)/);
  const attempts = await read.first().textContent();
  await timeline.focus();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/view=\d+-\d+/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Whole range' })).toBeVisible();
  await expect(read.first()).toHaveText(attempts ?? '');
  await page.getByRole('button', { name: 'Whole range' }).click();
  await expect(page).not.toHaveURL(/view=/);
});

test('has a row for each browser, which filters figures, timeline and list', async ({ page }) => {
  await page.goto(`${CANARY}?from=now-24h&to=now`);
  await page.getByRole('switch', { name: 'Row for each browser' }).check();
  const rows = page.getByRole('region', { name: 'Locations and browsers' });
  await expect(rows.getByRole('button')).toHaveCount(2);
  await rows.getByRole('button', { name: /Firefox/ }).click();
  await expect(page).toHaveURL(/browser=FIREFOX/);
  const table = runTable(page);
  await expect(table).toContainText('Firefox');
  await expect(table).not.toContainText('Chrome');
});
