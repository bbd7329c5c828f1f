import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { TEST_NOW } from '@/e2e/servers';
import { TriptychProcess } from '@/e2e/triptych-process';
import { type Figure, median, report } from '../figure';
import { codecFigures } from './codecs';
import { groupOf, putProfiles, RUNS, SIZES, SPAN } from './data';
import { servePeers } from './peers';
import { readServerFigures } from './server-figures';
import { measureSpeedscope } from './speedscope';

/**
 * The profile page with 10,000, 100,000 and 1,000,000 nodes, cold and warm, compared to speedscope and plain d3-flame-graph
 * with the same trees in the same browser. The time of AWS is excluded: local-aws computes each response in advance.
 */
const LARGEST_SIZE = 1_000_000;
const VIEWPORT = { width: 1600, height: 1000 };
/** Drawing has finished when nothing was drawn for this long. */
const QUIET_MS = 400;

type Drawn = { draws: number[]; lives: number[] };

/** Runs in the page. Records when frames of a flame graph, or of its static image, were painted, and which times were interactive. */
const recordDraws = () => {
  const draws: number[] = [];
  const lives: number[] = [];
  const live = '[role="application"] path, [role="application"] g.frame';
  const frames = `${live}, [role="img"] path, g.frame`;
  Object.assign(window, { draws, lives });
  new MutationObserver((records) => {
    // No named function: the helper that esbuild uses to name functions doesn't exist in the page.
    const isDrawing = records.some(({ target, addedNodes }) =>
      [target, ...addedNodes].some(
        (node, index) =>
          node instanceof Element && (node.matches(frames) || (index > 0 && node.querySelector(frames))),
      ),
    );
    if (!isDrawing) return;
    const isLive = document.querySelector(live) !== null;
    requestAnimationFrame(() =>
      setTimeout(() => {
        draws.push(performance.now());
        if (isLive) lives.push(performance.now());
      }),
    );
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['d', 'fill'] });
};

const lastPaint = (page: Page): Promise<number> =>
  page.evaluate(async (quiet) => {
    const { draws } = window as unknown as Drawn;
    for (;;) {
      const before = draws[draws.length - 1];
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (before !== undefined && draws[draws.length - 1] === before) return before;
    }
  }, QUIET_MS);

const firstDraws = (page: Page): Promise<{ painted: number; live: number }> =>
  page.evaluate(async () => {
    const { draws, lives } = window as unknown as Drawn;
    for (;;) {
      const [painted] = draws;
      const [live] = lives;
      if (painted !== undefined && live !== undefined) return { painted, live };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });

const path = (nodes: number, run: number, more = '') =>
  `/profiles/${groupOf(nodes, run)}?from=${SPAN.from}&to=${SPAN.to}${more}`;

/** Makes local-aws compute and cache the response, because AWS has its profiles ready. */
async function prepareResponse(localAws: string, nodes: number, run: number): Promise<void> {
  const url = `${localAws}/profilingGroups/${groupOf(nodes, run)}/profile?startTime=${SPAN.from}&endTime=${SPAN.to}`;
  await (
    await fetch(url, { headers: { accept: 'application/x-amzn-ion', 'accept-encoding': 'identity' } })
  ).arrayBuffer();
}

type Opened = { painted: number; live: number; bytes: number; heap: number };

/** Opens a page, and returns when its graph was painted, the size of its data, and the heap after a garbage collection. */
async function open(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const isData = new Map<string, boolean>();
  session.on('Network.responseReceived', ({ requestId, type }) =>
    isData.set(requestId, ['Document', 'Fetch', 'XHR'].includes(type)),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (isData.get(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(recordDraws);
  await page.goto(url);
  const drawn = await firstDraws(page);
  await lastPaint(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  await page.close();
  return { ...drawn, bytes, heap };
}

/**
 * From a click on a wide frame to the last paint. Each run uses a different frame, because responses are cached. If `rests`,
 * the pointer rests on the frame until its response has arrived.
 */
async function zoom(page: Page, run: number, rests: boolean): Promise<number> {
  const index = rests ? 2 * run + 1 : 2 * run;
  const box = await page.evaluate((at) => {
    const wide = [...document.querySelectorAll('[role="application"] .d3-flame-graph-label')]
      .map((frame) => frame.getBoundingClientRect())
      .filter(({ width, top }) => width > 120 && width < 700 && top > 0 && top < innerHeight - 40);
    const chosen = wide[at];
    if (!chosen) throw new Error(`There are only ${wide.length} frames to zoom into.`);
    return { x: chosen.x + 20, y: chosen.y + 8 };
  }, index);
  const response = rests && page.waitForResponse((candidate) => candidate.url().includes('/profile?'));
  await page.mouse.move(box.x, box.y);
  if (response) await (await response).finished();
  await page.evaluate(() => {
    addEventListener('click', ({ timeStamp }) => Object.assign(window, { clicked: timeStamp }), {
      capture: true,
      once: true,
    });
  });
  await page.mouse.click(box.x, box.y);
  const drawn = await lastPaint(page);
  const painted = drawn - (await page.evaluate(() => (window as unknown as { clicked: number }).clicked));
  await page.goBack();
  await lastPaint(page);
  return painted;
}

type Searched = { painted: number; counted: number };

/** From pasting a text into the search to the last paint, and to the display of its share of the profile. */
async function search(page: Page, text: string): Promise<Searched> {
  const box = page.getByLabel('Search frames');
  const before = await page.evaluate(() => performance.now());
  await box.fill(text);
  await page.getByText(/% .*in [\d,]+ functions?/).waitFor();
  const counted = (await page.evaluate(() => performance.now())) - before;
  const painted = (await lastPaint(page)) - before;
  await box.fill('');
  await lastPaint(page);
  return { painted, counted };
}

const medianOfRuns = async (work: (run: number) => Promise<number>): Promise<number> => {
  const values: number[] = [];
  for (let run = 0; run < RUNS; run++) values.push(await work(run));
  return median(values);
};

async function plainD3(browser: Browser, peers: string, nodes: number): Promise<number> {
  return medianOfRuns(async () => {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(recordDraws);
    await page.goto(`${peers}/plain.html#${nodes}.d3.json`);
    await page.waitForFunction(() => document.querySelector('g.frame'), undefined, {
      polling: 'raf',
      timeout: 120_000,
    });
    const painted = await lastPaint(page);
    await page.close();
    return painted;
  });
}

type Sized = {
  cold: number;
  warm: number;
  /** Until the graph was interactive. */
  coldLive: number;
  warmLive: number;
  zoomed: number;
  prefetched: number;
  searched: number;
  /** Until the share of the profile was shown. */
  counted: number;
  bytes: number;
  heap: number;
  /** Growth of the server's memory per profile after the first. */
  memoryGrowth: number;
};

async function measure(
  browser: Browser,
  url: string,
  localAws: string,
  nodes: number,
  resident: () => Promise<number>,
): Promise<Sized> {
  const all: Opened[] = [];
  const warm: Opened[] = [];
  let before = 0;
  for (let run = 0; run < RUNS; run++) {
    await prepareResponse(localAws, nodes, run);
    const context = await browser.newContext({ viewport: VIEWPORT });
    all.push(await open(context, url + path(nodes, run)));
    if (run === 0) before = await resident();
    warm.push(await open(context, url + path(nodes, run)));
    await context.close();
  }
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(recordDraws);
  await page.goto(url + path(nodes, 0));
  await firstDraws(page);
  await lastPaint(page);
  const zoomed = await medianOfRuns((run) => zoom(page, run, false));
  const prefetched = await medianOfRuns((run) => zoom(page, run, true));
  const searches: Searched[] = [];
  for (const text of ['order', 'cart', 'price', 'session', 'invoice'])
    searches.push(await search(page, text));
  await page.close();
  return {
    cold: median(all.map(({ painted }) => painted)),
    warm: median(warm.map(({ painted }) => painted)),
    coldLive: median(all.map(({ live }) => live)),
    warmLive: median(warm.map(({ live }) => live)),
    zoomed,
    prefetched,
    searched: median(searches.map(({ painted }) => painted)),
    counted: median(searches.map(({ counted }) => counted)),
    bytes: median(all.map(({ bytes }) => bytes)),
    heap: median(all.map(({ heap }) => heap)),
    memoryGrowth: ((await resident()) - before) / (RUNS - 1),
  };
}

/** Median time from navigation to painted for the largest profiles after a restart, when they come from the archive. */
async function paintedAfterRestart(browser: Browser, start: () => TriptychProcess): Promise<number> {
  const archived = join(data, 'local-aws', 'archive', 'blobs');
  while ((await readdir(archived).catch(() => [])).length < SIZES.length * RUNS) await after(100);
  const triptych = start();
  try {
    const url = await triptych.printed(/triptych listening on (http:\S+)/);
    const context = await browser.newContext({ viewport: VIEWPORT });
    for (let run = 0; run < RUNS; run++) await open(context, url + path(SIZES[0], run));
    return await medianOfRuns(async (run) => (await open(context, url + path(LARGEST_SIZE, run))).painted);
  } finally {
    await triptych.stop();
  }
}

const data = await mkdtemp(join(tmpdir(), 'triptych-bench-'));
const delays = join(data, 'delays');
await mkdir(delays);
await buildDashboard();
await putProfiles(join(data, 'local-aws'));
const { server, url: peers } = await servePeers(SIZES);
const preload = `--import ${join(import.meta.dirname, 'loop-delay.mjs')}`;
const startTriptych = () =>
  new TriptychProcess(['--data', join(data, 'local-aws'), '--no-sample', '--now', TEST_NOW], {
    NODE_OPTIONS: preload,
    LOOP_DELAY_FOLDER: delays,
  });
const triptych = startTriptych();
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-quic'],
});
const figures: Figure[] = [];
try {
  const localAws = await triptych.printed(/local-aws listening on (http:\S+)/);
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  await (await fetch(`${url}/profiles/${groupOf(SIZES[0], 0)}`)).text();
  const residentBytes = async () => (await readServerFigures(triptych.pid, delays)).rssBytes;
  const [small, , large] = await (async () => {
    const sized: Sized[] = [];
    for (const nodes of SIZES) sized.push(await measure(browser, url, localAws, nodes, residentBytes));
    return sized;
  })();
  const serverFigures = await readServerFigures(triptych.pid, delays);
  const speedscope = await measureSpeedscope(
    browser,
    `${peers}/index.html`,
    `${peers}/${LARGEST_SIZE}.speedscope.json`,
  );
  const plainMs = await plainD3(browser, peers, LARGEST_SIZE);
  await triptych.stop();
  const afterRestart = await paintedAfterRestart(browser, startTriptych);
  if (!small || !large) throw new Error('Nothing was measured.');
  const figure = (name: string, value: number, limit: number, unit: string): Figure => ({
    name,
    value,
    limit,
    unit,
  });
  const ofOpening = (name: string, value: number, limit: number) =>
    figure(`${name}, share of speedscope’s`, value / speedscope.opened, limit, '×');
  const ofZoom = (name: string, value: number, limit: number) =>
    figure(`${name}, share of speedscope’s`, value / speedscope.zoomed, limit, '×');
  figures.push(
    figure('speedscope, navigation to painted', speedscope.opened, Number.NaN, 'ms'),
    figure('speedscope, zoom to painted', speedscope.zoomed, Number.NaN, 'ms'),
    figure('speedscope, search to painted', speedscope.searched, Number.NaN, 'ms'),
    figure('plain d3-flame-graph, navigation to painted', plainMs, Number.NaN, 'ms'),
    figure('navigation to painted, cold', large.cold, Number.NaN, 'ms'),
    figure('navigation to painted, warm', large.warm, Number.NaN, 'ms'),
    ofOpening('navigation to painted, cold', large.cold, 0.14),
    ofOpening('navigation to painted, warm', large.warm, 0.065),
    ofOpening('navigation to interactive, cold', large.coldLive, 0.17),
    ofOpening('navigation to interactive, warm', large.warmLive, 0.11),
    figure('navigation from the archive after a restart, ratio to warm', afterRestart / large.warm, 1.3, '×'),
    figure('zoom to painted, after hovering', large.prefetched, Number.NaN, 'ms'),
    figure('zoom to painted, without hovering', large.zoomed, Number.NaN, 'ms'),
    ofZoom('zoom to painted, after hovering', large.prefetched, 0.45),
    ofZoom('zoom to painted, without hovering', large.zoomed, 0.8),
    figure('search to painted', large.searched, Number.NaN, 'ms'),
    figure('search to painted, share of speedscope’s', large.searched / speedscope.searched, 0.08, '×'),
    figure('search, until the share is shown', large.counted, 250, 'ms'),
    figure('JavaScript heap', large.heap / 1e6, 15, 'MB'),
    figure('data to the browser, compressed', large.bytes / 1000, 100, 'kB'),
    figure('longest block of the server’s event loop', serverFigures.blocked.ranMs, 50, 'ms'),
    figure('the same, including waits for a processor', serverFigures.blocked.elapsedMs, Number.NaN, 'ms'),
    figure('memory of the server per node', large.memoryGrowth / LARGEST_SIZE, 80, 'bytes'),
    figure('warm, ratio of 1,000,000 to 10,000 nodes', large.warm / small.warm, 1.5, '×'),
    figure('zoom, ratio of 1,000,000 to 10,000 nodes', large.zoomed / small.zoomed, 1.5, '×'),
  );
} finally {
  await browser.close();
  await triptych.stop();
  server.close();
  await rm(data, { recursive: true });
}
figures.push(...codecFigures());
await report('profile', figures);
