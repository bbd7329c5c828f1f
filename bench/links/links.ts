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
import { type Figure, medianOfFive, report, timed } from '../figure';
import { openPage } from '../measured-page';

/** Shared links: their list, the overview from one, and how much making one holds up other requests. */
const LISTED = 10_000;
const PAGE = 50;

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
    await writeFile(join(place, 'listed', `${9_999_999_999_999 - manifest.keptAt}-${id}`), id);
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
    const { link, delay, alone } = await shareOverview(browser, triptych.url);
    await triptych.stop();
    triptych = await started(data);
    // The first page that a server draws takes longer than the next ones.
    await drawn(browser, `${triptych.url}/`);
    const value = await drawn(browser, `${triptych.url}${link}`);
    return [
      { name: 'the three lanes of a shared overview drawn', value, limit: 500, unit: 'ms' },
      {
        name: 'longest answer to others while it is shared, beyond that before',
        value: delay - alone,
        limit: 50,
        unit: 'ms',
      },
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
  const page = await openPage(browser);
  await page.goto(url);
  const hasLanes = () => {
    const text = document.querySelector('main')?.textContent ?? '';
    return /\d of \d/.test(text) && /\$\d/.test(text) && /profiled/.test(text) && !/Loading/.test(text);
  };
  await page.waitForFunction(hasLanes, undefined, { timeout: 60_000, polling: 'raf' });
  const ms = await page.evaluate(() => performance.now());
  await page.close();
  return ms;
}

/** Shares the overview, and measures the longest answer to another viewer meanwhile, and before, in milliseconds. */
async function shareOverview(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await page.waitForLoadState('networkidle');
  const ask = () => timed(() => fetch(`${url}/api/users`));
  let alone = 0;
  for (let count = 0; count < 50; count++) alone = Math.max(alone, await ask());
  const field = page.getByLabel('Link to what this page shows now');
  let delay = 0;
  let isShared = false;
  const shared = page
    .getByRole('button', { name: /^Share: / })
    .click()
    .then(() => field.waitFor())
    .finally(() => {
      isShared = true;
    });
  while (!isShared) delay = Math.max(delay, await ask());
  await shared;
  const link = new URL(await field.inputValue()).pathname;
  await context.close();
  return { link, delay, alone };
}
