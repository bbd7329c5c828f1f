import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { startDashboard } from '../dashboard';
import { type Figure, median, report } from '../figure';
import { fill, ROWS } from './data';
import { measurePage, type PageCosts } from './page-costs';
import { type RecordedAws, startRecordedAws } from './recorded-aws';
import { measureSums } from './sums';
import { aggregationsOfTen } from './viewers';

/**
 * The page of a farm with 60 days of hourly costs by two keys, some 50,000 rows in 500 pages, through local-aws; the sums of as many
 * rows; and ten viewers of the same costs. Times start when AWS sends the first page of the completed aggregation.
 */
const RUNS = 3;
const KEYS = { 'queue and user': 'queue,user', 'job and user': 'job,user' };

const folder = await mkdtemp(join(tmpdir(), 'triptych-costs-bench-'));
await buildDashboard();
await fill(folder);
const aws = await startRecordedAws(folder);
const dashboard = await startDashboard(folder, aws.url);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
try {
  const figures: Figure[] = [sumsFigure()];
  figures.push({
    ...{ name: 'aggregations of ten viewers', value: await aggregationsOfTen(dashboard.url, aws) },
    ...{ limit: 1, unit: '' },
  });
  for (const name of Object.keys(KEYS) as (keyof typeof KEYS)[])
    figures.push(...(await pageFigures(browser, { url: dashboard.url, aws, name })));
  await report('costs', figures);
} finally {
  await browser.close();
  await dashboard.stop();
  await aws.close();
  await rm(folder, { recursive: true });
}

function sumsFigure(): Figure {
  const { ours, plain } = measureSums();
  return { name: `sums of ${ROWS} rows, ratio to a plain loop`, value: ours / plain, limit: 2, unit: '×' };
}

async function pageFigures(
  browser: Browser,
  { name, ...server }: { url: string; aws: RecordedAws; name: keyof typeof KEYS },
): Promise<Figure[]> {
  const all: PageCosts[] = [];
  for (let run = 0; run < RUNS; run++)
    all.push(await measurePage(browser, { ...server, keys: KEYS[name], run }));
  const figure = (what: string, of: (costs: PageCosts) => number, limit: number, unit = 'ms'): Figure => ({
    ...{ name: `${name}: ${what}`, value: median(all.map(of)), limit, unit },
  });
  return [
    figure('first rows', ({ firstRows }) => firstRows, 1000),
    figure('last page of AWS', ({ lastPage }) => lastPage, Number.NaN),
    figure('charts painted', ({ painted }) => painted, 4000),
    figure('longest task', ({ longestTask }) => longestTask, 100),
    figure('JavaScript heap', ({ heapBytes }) => heapBytes / 1e6, 80, 'MB'),
  ];
}
