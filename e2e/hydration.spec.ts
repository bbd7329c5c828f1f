import { drawn, graphs } from './graph';
import { GROUP, settled } from './pages';
import { summary } from './profile-page';
import { expect, type Page, test } from './test';

/** Which part hydrates first depends on timing. */
const LOADS = 5;

/** What the browser reports about a page: uncaught errors, among them those of hydration, and messages of errors. */
function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

/** Opens a page and returns its answers, by address. */
async function answersOf(page: Page, path: string): Promise<Record<string, string>> {
  const reads: Promise<[string, string]>[] = [];
  page.on('response', (response) => {
    if (!response.ok() || !response.url().includes('/api/')) return;
    reads.push(response.text().then((text) => [response.url(), text]));
  });
  await page.goto(path);
  await settled(page);
  return Object.fromEntries(await Promise.all(reads));
}

/** Makes the page get these answers at once, so before the parts that hydrate later. */
const answerAtOnce = (page: Page, answers: Record<string, string>) =>
  page.addInitScript((known) => {
    const { fetch } = window;
    window.fetch = async (input, init) => {
      const { href } = new URL(input instanceof Request ? input.url : input, window.location.href);
      const answer = known[href];
      if (answer === undefined) return fetch(input, init);
      return new Response(answer, { headers: { 'content-type': 'application/json' } });
    };
  }, answers);

for (const search of ['', '?from=now-24h']) {
  test(`hydrates parts of ${GROUP}${search} after their answers have arrived`, async ({ browser, page }) => {
    test.slow();
    const answers = await answersOf(page, GROUP + search);
    expect(Object.keys(answers).filter((url) => url.includes('functions'))).not.toEqual([]);
    for (let load = 0; load < LOADS; load++) {
      const context = await browser.newContext();
      const opened = await context.newPage();
      const problems = problemsOf(opened);
      await answerAtOnce(opened, answers);
      await opened.goto(GROUP + search);
      await drawn(graphs(opened), 1);
      await settled(opened);
      await expect(summary(opened)).not.toContainText('Loading');
      expect(problems).toEqual([]);
      await context.close();
    }
  });
}
