import { panel } from './pages';
import { expect, type Page, test } from './test';

const RANGES = {
  yesterday: 'from=now-1d/d&to=now-1d/d',
  '24 hours': 'from=now-24h&to=now',
  '30 days': 'from=now-30d&to=now',
};

const SAMPLES = [
  'sample-api-health',
  'sample-asset-upload',
  'sample-checkout',
  'sample-login-flow',
  'sample-report-export',
  'sample-search',
  'sample-stock-feed',
  'sample-store-finder',
];

/** Reading 30 days of all canaries for the first time takes some seconds, and many on a slow machine. */
const READ = { timeout: 120_000 };

/** What all three pages show of a canary's runs in the range. */
type Figures = { share: string; finished: string; missed: string };

const figuresIn = (text: string, finished: RegExp): Figures => ({
  share: /[\d.]+ %/.exec(text)?.[0] ?? 'none',
  finished: finished.exec(text)?.[1] ?? 'none',
  missed: /([\d,]+) missed/.exec(text)?.[1] ?? '0',
});

/** The figures by canary of the overview, once all runs of the range were read. */
async function onOverview(page: Page): Promise<Record<string, Figures>> {
  await page.getByRole('link', { name: 'Overview' }).click();
  const strips = panel(page, 'Canaries').getByRole('img', {
    name: / · [\d.]+ % of [\d,]+ runs?(?!.*so far)/,
  });
  await expect(strips).toHaveCount(SAMPLES.length, READ);
  const labels = await strips.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  // The state before the dot can have a count of missed runs too.
  const parts = labels.map((label) => [label.split(':')[0], label.split(' · ').at(-1) ?? ''] as const);
  return Object.fromEntries(parts.map(([name, text]) => [name, figuresIn(text, /of ([\d,]+) run/)]));
}

/** The figures by canary of the list, once all runs of the range were read. */
async function inList(page: Page, range: string): Promise<Record<string, Figures>> {
  await page.goto(`/canaries?${range}`);
  const rows = page.getByRole('row', { name: /^sample-/ }).filter({ hasText: /%\s*of [\d,]+/ });
  await expect(rows).toHaveCount(SAMPLES.length, READ);
  const figures = await rows.evaluateAll((all) =>
    all.map((row) => [row.querySelector('th a')?.textContent, row.querySelectorAll('td')[2]?.innerText]),
  );
  return Object.fromEntries(figures.map(([name, text = '']) => [name, figuresIn(text ?? '', /of ([\d,]+)/)]));
}

/** The figures of a canary's own page, once all runs of the range were read. */
async function onPage(page: Page, name: string): Promise<Figures> {
  await page.getByRole('link', { name, exact: true }).click();
  const availability = page.locator('dl > *').filter({ hasText: /^Availability/ });
  await expect(availability).toContainText(/of [\d,]+ scheduled runs?(?!.*so far)/);
  const figures = figuresIn(await availability.innerText(), /of ([\d,]+) scheduled run/);
  await page.goBack();
  return figures;
}

for (const [title, range] of Object.entries(RANGES)) {
  test(`overview, list and pages of all canaries agree over ${title}`, async ({ page }) => {
    test.slow();
    const figures = await inList(page, range);
    expect(Object.keys(figures).sort()).toEqual(SAMPLES);
    expect(Object.values(figures).some(({ missed }) => missed !== '0')).toBe(true);
    for (const name of SAMPLES) expect(await onPage(page, name), name).toEqual(figures[name]);
    expect(await onOverview(page)).toEqual(figures);
  });
}
