import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { TEST_NOW } from '@/e2e/servers';
import { TriptychProcess } from '@/e2e/triptych-process';
import { type Figure, median, medianOfFive, report, timed } from './figure';

const ROOT = join(import.meta.dirname, '..');
const KB = 1000;
const RANGE = 'from=now-6h&to=now';

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  await response.clone().arrayBuffer();
  return response;
}

async function buildFigure(): Promise<Figure> {
  await rm(join(ROOT, '.next'), { recursive: true, force: true });
  return {
    name: 'production build',
    value: (await timed(() => buildDashboard())) / 1000,
    limit: 60,
    unit: 's',
  };
}

async function start(data: string): Promise<{ triptych: TriptychProcess; url: string }> {
  const triptych = new TriptychProcess(['--data', data, '--now', TEST_NOW]);
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  await get(url);
  return { triptych, url };
}

async function startFigure(data: string): Promise<Figure> {
  await (await start(data)).triptych.stop();
  let second: TriptychProcess | undefined;
  const value = await timed(async () => {
    second = (await start(data)).triptych;
  });
  await second?.stop();
  return { name: 'npm start to first page, built and with data', value: value / 1000, limit: 20, unit: 's' };
}

/** Asks for the costs of all queues, and reads the answer to its end. */
async function costs(url: string, farm: string): Promise<void> {
  const queues = (await (await get(`${url}${farm}/queues`)).json()) as { data: { queueId: string }[] };
  const answer = await fetch(`${url}${farm}/costs`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({
      startTime: '2026-11-24T08:30:00Z',
      endTime: '2026-11-24T14:30:00Z',
      zone: 'UTC',
      period: 'HOURLY',
      queueIds: queues.data.map(({ queueId }) => queueId),
      groupBy: ['QUEUE_ID'],
      statistics: ['SUM'],
    }),
  });
  const lines = await answer.text();
  if (!lines.includes('"type":"end"')) throw new Error(lines);
}

/** The first requests of each page, warm: they decide when it shows something. */
async function answerFigures(url: string): Promise<Figure[]> {
  const farms = (await (await get(`${url}/api/farms`)).json()) as { data: { farmId: string }[] };
  const farm = `/api/farms/${farms.data[0]?.farmId}`;
  const span = 'startTime=2026-11-24T08:30:00Z&endTime=2026-11-24T14:30:00Z';
  const paths = {
    'profile of 6 h': `/api/profiling-groups/sample-checkout-service/profile?${span}&width=1600`,
    'queues of a farm': `${farm}/queues`,
    'runs of a canary, 100': '/api/canaries/sample-login-flow/runs',
    'overview page': `/?${RANGE}`,
    'profile page': `/profiles/sample-checkout-service?${RANGE}`,
    'farm page': `/farms/${farms.data[0]?.farmId}?${RANGE}`,
    'canary page': `/canaries/sample-login-flow?${RANGE}`,
  };
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const value = await medianOfFive(() => get(url + path));
    figures.push({ name: `warm response: ${name}`, value, limit: 300, unit: 'ms' });
  }
  await costs(url, farm);
  const value = await medianOfFive(() => costs(url, farm));
  figures.push({ name: 'warm response: costs of 6 h', value, limit: 300, unit: 'ms' });
  return figures;
}

async function gzippedBytes(urls: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const url of urls) bytes += gzipSync(Buffer.from(await (await get(url)).arrayBuffer())).length;
  return bytes;
}

/** Leaves out the script marked noModule, which browsers with modules don't load. */
async function scriptsInHtml(url: string): Promise<number> {
  const html = await (await get(url)).text();
  const sources = [...html.matchAll(/<script(?![^>]*nomodule)[^>]+src="([^"]+)"/gi)].map(
    ([, source = '']) => new URL(source, url).href,
  );
  return gzippedBytes(new Set(sources));
}

/** Gzipped size of all scripts that a page loads until the network is idle. */
async function scriptsOfPage(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.add(response.url());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return gzippedBytes(scripts);
}

async function scriptFigures(browser: Browser, url: string): Promise<Figure[]> {
  const farms = (await (await get(`${url}/api/farms`)).json()) as { data: { farmId: string }[] };
  const pages = {
    overview: `/?${RANGE}`,
    profile: `/profiles/sample-checkout-service?${RANGE}`,
    farm: `/farms/${farms.data[0]?.farmId}?${RANGE}`,
    canary: `/canaries/sample-login-flow?${RANGE}`,
  };
  const inHtml = (await scriptsInHtml(`${url}/?${RANGE}`)) / KB;
  const figures: Figure[] = [
    { name: "scripts in the overview's HTML, gzipped", value: inHtml, limit: 280, unit: 'kB' },
  ];
  for (const [name, path] of Object.entries(pages)) {
    const value = (await scriptsOfPage(browser, url + path)) / KB;
    figures.push({ name: `all scripts of the ${name} page, gzipped`, value, limit: 400, unit: 'kB' });
  }
  return figures;
}

/** Runs in the page on every frame, because a locator polls only every half second after a while. */
const framesAreDrawn = () => document.querySelectorAll('[role="application"] span').length > 20;

/**
 * From the click on a link to a day's profile (some 30,000 frames) until its flame graph is in the document. Each click is on
 * a day that wasn't requested before.
 */
async function drawFigure(browser: Browser, url: string): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const times: number[] = [];
  for (const day of [16, 17, 18, 19, 20]) {
    const range = `from=2026-11-${day}T00:00:00Z&to=2026-11-${day + 1}T00:00:00Z`;
    await page.goto(`${url}/profiles?${range}`, { waitUntil: 'networkidle' });
    const group = page.getByRole('link', { name: 'sample-checkout-service' });
    times.push(
      await timed(async () => {
        await group.click();
        await page.waitForFunction(framesAreDrawn, undefined, { polling: 'raf' });
      }),
    );
  }
  await page.close();
  return { name: 'profile of 30,000 frames, click to drawn', value: median(times), limit: 1500, unit: 'ms' };
}

const data = await mkdtemp(join(tmpdir(), 'triptych-bench-'));
const figures = [await buildFigure(), await startFigure(data)];
const { triptych, url } = await start(data);
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-quic'],
});
try {
  figures.push(
    ...(await answerFigures(url)),
    ...(await scriptFigures(browser, url)),
    await drawFigure(browser, url),
  );
} finally {
  await browser.close();
  await triptych.stop();
  await rm(data, { recursive: true });
}
await report('first-light', figures);
