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
import { serverSaid } from './server-figures';

/**
 * The page of a profile of 10,000, 100,000 and 1,000,000 nodes, cold and warm, beside speedscope and plain
 * d3-flame-graph on the same trees in the same browser. What AWS would take is left out: local-aws has made each
 * answer once before it is asked for.
 */
const LARGEST = 1_000_000;
const VIEWPORT = { width: 1600, height: 1000 };
/** Nothing is drawn any more after so long without a picture. */
const QUIET_MS = 400;

type Drawn = { draws: number[]; lives: number[] };

/**
 * In the page: notes when frames of a flame graph, or of its still picture, came, changed, and were painted; and those
 * times apart at which the graph was one to work with.
 */
const noteDraws = () => {
  const draws: number[] = [];
  const lives: number[] = [];
  const live = '[role="application"] path';
  const frames = `${live}, [role="img"] path, g.frame`;
  Object.assign(window, { draws, lives });
  new MutationObserver((records) => {
    // No function of its own: what names functions is not known in the page.
    const isDrawing = records.some(({ target, addedNodes }) =>
      [target, ...addedNodes].some(
        (node, place) =>
          node instanceof Element && (node.matches(frames) || (place > 0 && node.querySelector(frames))),
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

const lastDraw = (page: Page): Promise<number> =>
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

/** local-aws makes the answer and keeps it, as AWS has its profiles made already. */
async function prepareAnswer(localAws: string, nodes: number, run: number): Promise<void> {
  const url = `${localAws}/profilingGroups/${groupOf(nodes, run)}/profile?startTime=${SPAN.from}&endTime=${SPAN.to}`;
  await (
    await fetch(url, { headers: { accept: 'application/x-amzn-ion', 'accept-encoding': 'identity' } })
  ).arrayBuffer();
}

type Opened = { painted: number; live: number; bytes: number; heap: number };

/** Opens a page and gives when its graph was painted, what data came, and the heap after a collection. */
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
  await page.addInitScript(noteDraws);
  await page.goto(url);
  const drawn = await firstDraws(page);
  await lastDraw(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  await page.close();
  return { ...drawn, bytes, heap };
}

/**
 * From a click on a wide frame to its last picture. Each run has a frame of its own, as what was asked before is kept; the
 * pointer may have rested on it until the answer for it was there.
 */
async function zoom(page: Page, run: number, rests: boolean): Promise<number> {
  const place = rests ? 2 * run + 1 : 2 * run;
  const box = await page.evaluate((at) => {
    const wide = [...document.querySelectorAll('[role="application"] span')]
      .map((frame) => frame.getBoundingClientRect())
      .filter(({ width, top }) => width > 120 && width < 700 && top > 0 && top < innerHeight - 40);
    const chosen = wide[at];
    if (!chosen) throw new Error(`only ${wide.length} frames to zoom into`);
    return { x: chosen.x + 20, y: chosen.y + 8 };
  }, place);
  const answered = rests && page.waitForResponse((response) => response.url().includes('/profile?'));
  await page.mouse.move(box.x, box.y);
  if (answered) await (await answered).finished();
  await page.evaluate(() => {
    addEventListener('click', ({ timeStamp }) => Object.assign(window, { clicked: timeStamp }), {
      capture: true,
      once: true,
    });
  });
  await page.mouse.click(box.x, box.y);
  const drawn = await lastDraw(page);
  const painted = drawn - (await page.evaluate(() => (window as unknown as { clicked: number }).clicked));
  await page.goBack();
  await lastDraw(page);
  return painted;
}

type Searched = { painted: number; told: number };

/** From a text that comes into the search, as by pasting, to its last picture, and until its share of all is told. */
async function search(page: Page, text: string): Promise<Searched> {
  const box = page.getByLabel('Search frames');
  const before = await page.evaluate(() => performance.now());
  await box.fill(text);
  await page.getByText(/% .*in [\d,]+ functions?/).waitFor();
  const told = (await page.evaluate(() => performance.now())) - before;
  const painted = (await lastDraw(page)) - before;
  await box.fill('');
  await lastDraw(page);
  return { painted, told };
}

const five = async (work: (run: number) => Promise<number>): Promise<number> => {
  const values: number[] = [];
  for (let run = 0; run < RUNS; run++) values.push(await work(run));
  return median(values);
};

async function speedscope(browser: Browser, peers: string, nodes: number): Promise<number> {
  return five(async () => {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(
      `${peers}/index.html#profileURL=${encodeURIComponent(`${peers}/${nodes}.speedscope.json`)}`,
    );
    await page.getByText('Export').waitFor({ timeout: 120_000 });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
        ),
    );
    await page.close();
    return painted;
  });
}

async function plainD3(browser: Browser, peers: string, nodes: number): Promise<number> {
  return five(async () => {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(noteDraws);
    await page.goto(`${peers}/plain.html#${nodes}.d3.json`);
    await page.waitForFunction(() => document.querySelector('g.frame'), undefined, {
      polling: 'raf',
      timeout: 120_000,
    });
    const painted = await lastDraw(page);
    await page.close();
    return painted;
  });
}

type Sized = {
  cold: number;
  warm: number;
  /** Until the graph was one to work with. */
  coldLive: number;
  warmLive: number;
  zoomed: number;
  prefetched: number;
  searched: number;
  /** Until the share of all was told. */
  told: number;
  bytes: number;
  heap: number;
  /** Of the server, by which each profile after the first made it grow. */
  memory: number;
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
    await prepareAnswer(localAws, nodes, run);
    const context = await browser.newContext({ viewport: VIEWPORT });
    all.push(await open(context, url + path(nodes, run)));
    if (run === 0) before = await resident();
    warm.push(await open(context, url + path(nodes, run)));
    await context.close();
  }
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(noteDraws);
  await page.goto(url + path(nodes, 0));
  await firstDraws(page);
  await lastDraw(page);
  const zoomed = await five((run) => zoom(page, run, false));
  const prefetched = await five((run) => zoom(page, run, true));
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
    told: median(searches.map(({ told }) => told)),
    bytes: median(all.map(({ bytes }) => bytes)),
    heap: median(all.map(({ heap }) => heap)),
    memory: ((await resident()) - before) / (RUNS - 1),
  };
}

/** Opens the largest profiles after a restart on the same data: median time to painted, from the archive. */
async function reopened(browser: Browser, start: () => TriptychProcess): Promise<number> {
  const archived = join(data, 'local-aws', 'archive', 'blobs');
  while ((await readdir(archived).catch(() => [])).length < SIZES.length * RUNS) await after(100);
  const triptych = start();
  try {
    const url = await triptych.printed(/triptych listening on (http:\S+)/);
    const context = await browser.newContext({ viewport: VIEWPORT });
    for (let run = 0; run < RUNS; run++) await open(context, url + path(SIZES[0], run));
    return await five(async (run) => (await open(context, url + path(LARGEST, run))).painted);
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
const start = () =>
  new TriptychProcess(['--data', join(data, 'local-aws'), '--no-sample', '--now', TEST_NOW], {
    NODE_OPTIONS: preload,
    LOOP_DELAY_FOLDER: delays,
  });
const triptych = start();
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-quic'],
});
const figures: Figure[] = [];
try {
  const localAws = await triptych.printed(/local-aws listening on (http:\S+)/);
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  await (await fetch(`${url}/profiles/${groupOf(SIZES[0], 0)}`)).text();
  const resident = async () => (await serverSaid(triptych.pid, delays)).rssBytes;
  const [few, , many] = await (async () => {
    const sized: Sized[] = [];
    for (const nodes of SIZES) sized.push(await measure(browser, url, localAws, nodes, resident));
    return sized;
  })();
  const said = await serverSaid(triptych.pid, delays);
  const peer = await speedscope(browser, peers, LARGEST);
  const plain = await plainD3(browser, peers, LARGEST);
  await triptych.stop();
  const again = await reopened(browser, start);
  if (!few || !many) throw new Error('nothing was measured');
  const figure = (name: string, value: number, limit: number, unit: string): Figure => ({
    name,
    value,
    limit,
    unit,
  });
  figures.push(
    figure('speedscope, navigation to painted', peer, Number.NaN, 'ms'),
    figure('plain d3-flame-graph, navigation to painted', plain, Number.NaN, 'ms'),
    figure('navigation to painted, cold', many.cold, 0.15 * peer, 'ms'),
    figure('navigation to painted, warm', many.warm, 0.08 * peer, 'ms'),
    figure('navigation to painted, from the archive after a restart', again, 2 * many.warm, 'ms'),
    figure('the same, to the graph to work with, cold', many.coldLive, Number.NaN, 'ms'),
    figure('the same, to the graph to work with, warm', many.warmLive, Number.NaN, 'ms'),
    figure('zoom to painted, the frame was not pointed at', many.zoomed, 200, 'ms'),
    figure('zoom to painted, the pointer rested on the frame', many.prefetched, 100, 'ms'),
    figure('search to painted', many.searched, 120, 'ms'),
    figure('the same, until the share of all is told', many.told, Number.NaN, 'ms'),
    figure('JavaScript heap', many.heap / 1e6, 30, 'MB'),
    figure('data to the browser, compressed', many.bytes / 1000, 60, 'kB'),
    figure('event loop of the server held at most, by itself', said.held.ranMs, 50, 'ms'),
    figure('the same with waiting for a processor', said.held.allMs, Number.NaN, 'ms'),
    figure('memory of the server for each node', many.memory / LARGEST, 80, 'bytes'),
    figure('warm at 1,000,000 to 10,000 nodes', many.warm / few.warm, 1.5, '×'),
    figure('zoom at 1,000,000 to 10,000 nodes', many.zoomed / few.zoomed, 1.5, '×'),
  );
} finally {
  await browser.close();
  await triptych.stop();
  server.close();
  await rm(data, { recursive: true });
}
figures.push(...codecFigures());
await report('profile', figures);
