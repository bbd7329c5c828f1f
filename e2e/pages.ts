import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { quiet } from './traffic';

/** The page of a profiling group. */
export const GROUP = '/profiles/sample-checkout-service';
/** The API of that group. */
export const GROUP_API = '/api/profiling-groups/sample-checkout-service';
/** The page of a canary. */
export const CANARY = '/canaries/sample-login-flow';

/** Every farm of the dashboard. */
export const farmsOf = async (
  request: APIRequestContext,
): Promise<{ farmId: string; displayName: string }[]> =>
  (await (await request.get('/api/farms')).json()).data;

/** The id of a farm, by default of the sample farm. */
export async function farmIdOf(request: APIRequestContext, name = 'Sample farm'): Promise<string> {
  const farm = (await farmsOf(request)).find(({ displayName }) => displayName === name);
  if (!farm) throw new Error(`There is no farm ${name}.`);
  return farm.farmId;
}

/** Path of a farm's page, by default of the sample farm. */
export const farmPath = async (request: APIRequestContext, name?: string): Promise<string> =>
  `/farms/${await farmIdOf(request, name)}`;

/** Every page that has data. */
export const allPages = async (request: APIRequestContext): Promise<Record<string, string>> => ({
  overview: '/',
  'list of profiling groups': '/profiles',
  profile: GROUP,
  'list of farms': '/farms',
  farm: await farmPath(request),
  'list of canaries': '/canaries',
  canary: CANARY,
});

/** A panel by its title. */
export const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** The figures on top of a farm's page. */
export const farmFigures = (page: Page) => page.getByLabel('Totals of the range');

/** The total in the title of the overview's lane of costs, which comes before other amounts, once it is of the whole range. */
export async function farmLaneTotal(page: Page): Promise<string> {
  const lane = panel(page, 'Farm cost');
  const total = /· (\$[\d,.]+)/;
  await expect(lane).toContainText(total);
  await expect(lane.locator('[data-running]')).toHaveCount(0);
  return total.exec((await lane.textContent()) ?? '')?.[1] ?? 'no amount';
}

/** Waits until a canary's page has read all runs of its range, so that its timeline can be moved. */
export async function allRuns(page: Page): Promise<void> {
  await expect(panel(page, 'Runs')).toContainText(/\d attempts(?! loaded)/);
  await expect(page.getByRole('slider', { name: /^Run timeline/ })).toBeVisible();
}

/** The table of a canary's runs. */
export const runTable = (page: Page) => page.getByRole('table', { name: 'Runs, newest first' });

/** Expects that nothing on a page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content = 0, view = 0] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, page.url()).toBeLessThanOrEqual(view);
}

/** Resizes the window of a loaded page, and waits some frames, in which its parts measure and draw themselves. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await frames(page, 3);
}

/** Waits until a page has finished loading, and responds to keys, pointers and its timers. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isHydrated);
  await quiet(page);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await frames(page, 2);
}

/** Whether React has hydrated the page and all its buttons. React keeps this to itself, and nothing on the page shows it. */
function isHydrated(): boolean {
  const valueAt = (node: object, prefix: string) =>
    Object.entries(node).find(([key]) => key.startsWith(prefix))?.[1];
  const root = valueAt(document, '__reactContainer$')?.stateNode.current;
  if (!root || root.memoizedState.isDehydrated) return false;
  return [...document.querySelectorAll('button')].every((button) => valueAt(button, '__reactProps$'));
}

/** Waits some frames, in which effects run, and parts of the page measure and draw themselves. */
async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (left) => {
    for (let frame = 0; frame < left; frame++)
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  }, count);
}
