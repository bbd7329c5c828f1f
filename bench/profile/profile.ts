import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { ensureBrowser } from '@/bin/browser';
import { buildDashboard } from '@/bin/build';
import { report } from '../figure';
import { codecFigures } from './codecs';
import { localAwsFolder, startDashboard } from './dashboard';
import { groupOf, putProfiles } from './data';
import { profileFigures } from './figures';
import { paintedAfterRestart, waitForArchive } from './measure-restart';
import { type Measured, measureSize, type OfSize } from './measured';
import { type BenchOptions, benchOptions } from './options';
import { servePeers } from './peers';
import { measurePlainD3 } from './plain-d3';
import { measureSpeedscope } from './speedscope';

/**
 * The profile page with 10,000, 100,000 and 1,000,000 nodes, cold and warm, compared to speedscope and plain d3-flame-graph
 * with the same trees in the same browser. The time of AWS is excluded: local-aws computes each response in advance.
 */
const options = benchOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'triptych-bench-'));
await buildDashboard();
await putProfiles(localAwsFolder(folder), options.sizes, options.runs);
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-quic'],
});
try {
  const figures = profileFigures(await measure(browser, folder, options));
  await report('profile', [...figures, ...(options.parts.has('codecs') ? codecFigures() : [])]);
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

async function measure(browser: Browser, folder: string, options: BenchOptions): Promise<Measured> {
  const { parts, sizes, runs } = options;
  const measured = await measureDashboard(browser, folder, options);
  const { nodes } = measured;
  if (parts.has('peers')) {
    const { server, url } = await servePeers(nodes);
    measured.speedscope = await measureSpeedscope(browser, url, nodes, runs);
    measured.plainMs = await measurePlainD3(browser, url, nodes, runs);
    server.close();
  }
  if (parts.has('opening') && parts.has('restart')) {
    await waitForArchive(folder);
    const [small = nodes] = sizes;
    measured.afterRestart = await paintedAfterRestart(browser, folder, { small, large: nodes, runs });
  }
  return measured;
}

async function measureDashboard(browser: Browser, folder: string, options: BenchOptions): Promise<Measured> {
  const { sizes, parts } = options;
  const [first = 0] = sizes;
  const dashboard = await startDashboard(folder);
  try {
    await (await fetch(`${dashboard.url}/profiles/${groupOf(first, 0)}`)).text();
    await dashboard.serverFigures();
    const sized: OfSize[] = [];
    for (const nodes of sizes) sized.push(await measureSize(browser, dashboard, nodes, options));
    return {
      nodes: sizes.at(-1) ?? 0,
      large: sized.at(-1) ?? {},
      small: sized.length > 1 ? sized[0] : undefined,
      server: parts.has('opening') ? await dashboard.serverFigures() : undefined,
    };
  } finally {
    await dashboard.stop();
  }
}
