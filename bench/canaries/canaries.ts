import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { startDashboard } from '../dashboard';
import { type Figure, report } from '../figure';
import { firstContent } from '../measured-page';
import { CANARIES, FIRST_OTHER, fill, NOW } from './data';
import { FRAME_MS, measureFrames } from './page-frames';
import { measureList } from './page-list';
import { measurePage, type PageRuns } from './page-runs';
import { startRecordedAws } from './recorded-aws';
import { readAsViewers } from './viewers';

/**
 * The pages of canaries with some 40,000 runs in the range, through local-aws: read for the first time, and after a restart, and
 * zoomed and panned; the list of 500 canaries; and twenty viewers of the same runs.
 */
const ARCHIVE_MIB = 512;
/** The server archives some seconds after a page was read. */
const ARCHIVED_AFTER_MS = 15_000;

const folder = await mkdtemp(join(tmpdir(), 'triptych-canaries-bench-'));
await buildDashboard();
await fill(folder);
const aws = await startRecordedAws(folder);
const start = () => startDashboard(folder, aws.url, ARCHIVE_MIB);
let dashboard = await start();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });

/** The first page that a server draws takes longer than the next ones, so it isn't measured. */
const warmUp = () => measurePage(browser, `${dashboard.url}/canaries/${FIRST_OTHER}`);

const figure = (name: string, value: number, limit: number, unit = 'ms'): Figure => ({
  name,
  value,
  limit,
  unit,
});

const pageOf = ({ name, ms }: (typeof CANARIES)[keyof typeof CANARIES]) =>
  `${dashboard.url}/canaries/${name}?from=${new Date(NOW - ms).toISOString()}&to=${new Date(NOW).toISOString()}`;

const pageFigures = (what: string, page: PageRuns, limits: { first: number; all: number }): Figure[] => [
  figure(`${what}: first runs drawn`, page.firstRuns, limits.first),
  figure(`${what}: all runs drawn`, page.all, limits.all),
  figure(`${what}: all runs can be opened`, page.usable, Number.NaN),
  figure(`${what}: longest task`, page.longestTask, Number.NaN),
  figure(`${what}: JavaScript heap`, page.heapBytes / 1e6, 80, 'MB'),
];

try {
  const figures: Figure[] = [];
  await warmUp();
  // What no page can be faster than on this machine.
  const least = await firstContent(browser, `${dashboard.url}/nothing`);
  figures.push(figure('page without data: first content', least, Number.NaN));
  aws.forget();
  await readAsViewers(dashboard.url, CANARIES.viewed.name, NOW - CANARIES.viewed.ms, 1);
  const alone = aws.calls().count;
  await dashboard.stop();
  await rm(join(folder, 'dashboard'), { recursive: true, force: true });
  dashboard = await start();
  await warmUp();
  aws.forget();
  await readAsViewers(dashboard.url, CANARIES.viewed.name, NOW - CANARIES.viewed.ms, 20);
  figures.push(figure('requests of twenty viewers, ratio to one', aws.calls().count / alone, 1, '×'));
  for (const key of ['minute', 'places'] as const) {
    aws.forget();
    const page = await measurePage(browser, pageOf(CANARIES[key]));
    figures.push(...pageFigures(key, page, { first: 500, all: 8000 }));
    figures.push(figure(`${key}: requests`, aws.calls().count, Number.NaN, ''));
  }
  await new Promise((resolve) => setTimeout(resolve, ARCHIVED_AFTER_MS));
  await dashboard.stop();
  dashboard = await start();
  await warmUp();
  for (const key of ['minute', 'places'] as const) {
    aws.forget();
    const page = await measurePage(browser, pageOf(CANARIES[key]));
    figures.push(...pageFigures(`${key} after a restart`, page, { first: 500, all: 500 }));
    figures.push(figure(`${key} after a restart: requests`, aws.calls().count, 1, ''));
  }
  for (const key of ['minute', 'places'] as const) {
    const moved = await measureFrames(browser, pageOf(CANARIES[key]));
    for (const [how, { meanMs, latePercent }] of Object.entries(moved)) {
      figures.push(figure(`${key}, ${how}: mean frame`, meanMs, FRAME_MS));
      figures.push(figure(`${key}, ${how}: frames that are late`, latePercent, Number.NaN, '%'));
    }
  }
  aws.forget();
  figures.push(figure('list of 500 canaries usable', await measureList(browser, dashboard.url), 1500));
  figures.push(figure('list of 500 canaries: requests at a time', aws.calls().most, 10, ''));
  await report('canaries', figures);
} finally {
  await browser.close();
  await dashboard.stop();
  await aws.close();
  await rm(folder, { recursive: true });
}
