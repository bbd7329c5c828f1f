import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runImport } from './command';

const HEADER = 'farm,queue,fleet,job,user,usage_type,started,ended,cost_usd';
const SESSION = 'shot 1,ann,COMPUTE,2026-11-20T10:00:00Z,2026-11-20T11:00:00Z,0.68';

type Place = { farm?: string; queue?: string; fleet?: string };

/** Imports one session for each place into a data folder that no server is using. */
export async function importPlaces(folder: string, places: readonly Place[]): Promise<void> {
  const file = join(folder, 'sessions.csv');
  const rows = places.map(({ farm = 'Studio', queue = 'lighting', fleet = 'cpu' }) =>
    [farm, queue, fleet, SESSION].join(','),
  );
  await writeFile(file, `${[HEADER, ...rows].join('\n')}\n`);
  await runImport([file, '--data', folder]);
  await rm(file);
}
