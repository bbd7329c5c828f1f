import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { startDashboard } from './dashboard';
import { fill } from './data';
import { measurePage } from './page-costs';
import { startRecordedAws } from './recorded-aws';

const folder = await mkdtemp(join(tmpdir(), 'triptych-costs-bench-'));
await buildDashboard();
await fill(folder);
const aws = await startRecordedAws(folder);
const dashboard = await startDashboard(folder, aws.url);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
try {
  for (const keys of ['queue,user', 'job,user'])
    for (let run = 0; run < 3; run++)
      console.log(keys, await measurePage(browser, { url: dashboard.url, aws, keys, run }));
} finally {
  await browser.close();
  await dashboard.stop();
  await aws.close();
  await rm(folder, { recursive: true });
}
