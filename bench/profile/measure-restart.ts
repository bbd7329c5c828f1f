import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { localAwsFolder, startDashboard } from './dashboard';
import { open, pagePath, prepareResponse } from './opening';
import { VIEWPORT } from './painted';
import { medianOfRuns } from './runs';

/** The dashboard archives what it has answered after 10 s. */
const QUIET_MS = 15_000;

/** Waits until the archive has stored what was opened, and nothing more for a while. */
export async function waitForArchive(folder: string): Promise<void> {
  const count = async () =>
    (await readdir(join(localAwsFolder(folder), 'archive', 'blobs')).catch(() => [])).length;
  for (let before = 0, now = await count(); now === 0 || now > before; ) {
    await after(QUIET_MS);
    [before, now] = [now, await count()];
  }
}

/** Median time from navigation to painted after a restart, when profiles come from the archive. */
export async function paintedAfterRestart(
  browser: Browser,
  folder: string,
  { small, large, runs }: { small: number; large: number; runs: number },
): Promise<number> {
  const dashboard = await startDashboard(folder);
  try {
    const context = await browser.newContext({ viewport: VIEWPORT });
    // Loads the code of the page into the server and the browser.
    for (let run = 0; run < runs; run++) await open(context, dashboard.url + pagePath(small, run));
    return await medianOfRuns(runs, async (run) => {
      await prepareResponse(dashboard.localAws, large, run);
      return (await open(context, dashboard.url + pagePath(large, run))).painted;
    });
  } finally {
    await dashboard.stop();
  }
}
