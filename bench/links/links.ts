import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { TEST_NOW } from '@/e2e/servers';
import { TriptychProcess } from '@/e2e/triptych-process';
import { Links } from '@/lib/server/links/links';
import { writeManifest } from '@/lib/server/links/manifest';
import { DiskObjects } from '@/lib/server/objects/disk-objects';
import { type Figure, median, medianOfFive, report, timed } from '../figure';
import { firstContent, openPage, seenIn } from '../measured-page';

/** Shared links: their list, the overview from one, and how much making one holds up other requests. */
const LISTED = 10_000;
const PAGE = 50;
const OPENINGS = 5;
const SHARES = 9;
const SHARES_IN_BROWSER = 3;
const LINKS = '/api/links';

/** Runs in the page, whose first frame with all lanes of an overview it records. */
const recordLanes = () => {
  const seen: Record<string, number> = {};
  Object.assign(window, { seen });
  // No function may have a name here: the program's compiler would refer to a helper that the page lacks.
  void (async () => {
    while (seen.lanes === undefined) {
      await new Promise(requestAnimationFrame);
      const main = document.querySelector('main');
      const text = main?.textContent ?? '';
      // The label of a row says how long its group was profiled, also where the note beside the row is about anomalies.
      const hasProfiles = main?.querySelector('svg[aria-label*="profiled"]');
      if (/\d of \d/.test(text) && /\$\d/.test(text) && hasProfiles && !/Loading/.test(text))
        seen.lanes = performance.now();
    }
  })();
};

const folder = await mkdtemp(join(tmpdir(), 'triptych-links-bench-'));
const figures: Figure[] = [];
try {
  figures.push(await listFigure());
  figures.push(...(await pageFigures()));
  await report('links', figures);
} finally {
  await rm(folder, { recursive: true, force: true });
}
if (figures.some(({ value, limit }) => value > limit)) process.exitCode = 1;

async function listFigure(): Promise<Figure> {
  const place = join(folder, 'many');
  await mkdir(join(place, 'listed'), { recursive: true });
  const about = { page: { path: '/', search: '?from=now-6h' }, bytes: 1000, blobs: [], missing: [] };
  for (let number = 0; number < LISTED; number++) {
    const id = String(number).padStart(22, '0');
    const manifest = { id, name: `Link ${number}`, keptAt: Date.parse(TEST_NOW) + number, ...about };
    await mkdir(join(place, id));
    await writeFile(join(place, id, 'manifest'), await writeManifest(manifest));
    await writeFile(join(place, 'listed', `${9_999_999_999_999 - manifest.keptAt}-${id}-${about.bytes}`), id);
  }
  const links = new Links({ objects: new DiskObjects(place), now: Date.now });
  let after: string | undefined;
  const value = await medianOfFive(async () => {
    ({ next: after } = await links.list({ after, max: PAGE }));
  });
  return { name: `a page of ${LISTED} links`, value, limit: 100, unit: 'ms' };
}

async function pageFigures(): Promise<Figure[]> {
  await buildDashboard();
  const data = join(folder, 'data');
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  let triptych = await started(data);
  try {
    const { link, request, delay } = await shareOverview(browser, triptych.url);
    const inBrowser = [delay];
    while (inBrowser.length < SHARES_IN_BROWSER)
      inBrowser.push((await shareOverview(browser, triptych.url)).delay);
    const delays: number[] = [];
    for (let count = 0; count < SHARES; count++)
      delays.push(await addedDelay(triptych.url, () => postLink(triptych.url, request)));
    await triptych.stop();
    triptych = await started(data);
    // The first page that a server draws takes longer than the next ones.
    await drawn(browser, `${triptych.url}/`);
    // What no page can be faster than on this machine.
    const least = await firstContent(browser, `${triptych.url}/nothing`);
    const lanes: number[] = [];
    for (let count = 0; count < OPENINGS; count++) lanes.push(await drawn(browser, `${triptych.url}${link}`));
    return [
      { name: 'page without data: first content', value: least, limit: Number.NaN, unit: 'ms' },
      {
        name: 'the three lanes of a shared overview drawn, median of five',
        ...{ value: median(lanes), limit: 500, unit: 'ms' },
      },
      {
        name: 'the same, the first since the server started',
        ...{ value: lanes[0] ?? 0, limit: Number.NaN, unit: 'ms' },
      },
      {
        name: 'longest answer to others while it is shared, beyond that alone, median of three',
        ...{ value: median(inBrowser), limit: 50, unit: 'ms' },
      },
      { name: 'the same without a browser, median of nine', value: median(delays), limit: 50, unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await triptych.stop();
  }
}

async function started(data: string) {
  const triptych = new TriptychProcess(['--data', data, '--now', TEST_NOW]);
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  return { url, stop: () => triptych.stop() };
}

/** Milliseconds until all lanes of an overview are drawn. */
async function drawn(browser: Browser, url: string): Promise<number> {
  const page = await openPage(browser, recordLanes);
  await page.goto(url);
  const { lanes = Number.NaN } = await seenIn(page, 'lanes');
  await page.close();
  return lanes;
}

/** Shares the overview in a browser. Returns the path of the link, the request that made it, and by how much it held up others. */
async function shareOverview(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await page.waitForLoadState('networkidle');
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith(LINKS));
  const field = page.getByLabel('Link to what this page shows now');
  const delay = await addedDelay(url, async () => {
    await page.getByRole('button', { name: /^Share: / }).click();
    await field.waitFor();
  });
  const link = new URL(await field.inputValue()).pathname;
  const request = (await sent).postData() ?? '';
  await context.close();
  return { link, request, delay };
}

/** Makes a link again by the request of a page. */
async function postLink(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url };
  const response = await fetch(`${url}${LINKS}`, { method: 'POST', headers, body });
  if (!(await response.text()).includes('"type":"link"')) throw new Error('No link was made.');
}

/** By how much the longest answer to another viewer is longer while a page is shared than after that, in milliseconds. */
async function addedDelay(url: string, share: () => Promise<void>): Promise<number> {
  const ask = () => timed(async () => (await fetch(`${url}/api/users`)).arrayBuffer());
  await ask();
  let isShared = false;
  const shared = share().finally(() => {
    isShared = true;
  });
  const during: number[] = [];
  while (!isShared) during.push(await ask());
  await shared;
  // As many answers, because the longest of more is longer.
  const alone: number[] = [];
  while (alone.length < during.length) alone.push(await ask());
  return Math.max(...during) - Math.max(...alone);
}
