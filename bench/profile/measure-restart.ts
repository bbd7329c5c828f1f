import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { localAwsFolder, startDashboard } from './dashboard';
import { open, pagePath, prepareResponse } from './opening';
import { VIEWPORT } from './painted';
import { medianOfRuns } from './runs';

/** Waits until the archive has stored every profile that was opened. */
export async function waitForArchive(folder: string, profiles: number): Promise<void> {
  const archived = join(localAwsFolder(folder), 'archive', 'blobs');
  while ((await readdir(archived).catch(() => [])).length < profiles) await after(100);
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
