import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TEST_NOW } from '@/e2e/servers';
import { TriptychProcess } from '@/e2e/triptych-process';
import { readServerFigures } from './server-figures';

export type Dashboard = {
  url: string;
  localAws: string;
  serverFigures(): ReturnType<typeof readServerFigures>;
  stop(): Promise<void>;
};

/** Folder of local-aws within the folder of the bench. */
export const localAwsFolder = (folder: string) => join(folder, 'local-aws');

/** Starts the built dashboard with the profiles of a folder. */
export async function startDashboard(folder: string): Promise<Dashboard> {
  const delays = join(folder, 'delays');
  await mkdir(delays, { recursive: true });
  const triptych = new TriptychProcess(['--data', localAwsFolder(folder), '--no-sample', '--now', TEST_NOW], {
    NODE_OPTIONS: `--import ${join(import.meta.dirname, 'loop-delay.mjs')}`,
    LOOP_DELAY_FOLDER: delays,
  });
  const localAws = await triptych.printed(/local-aws listening on (http:\S+)/);
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  return {
    url,
    localAws,
    serverFigures: () => readServerFigures(triptych.pid, delays),
    stop: () => triptych.stop(),
  };
}
