import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeadlineClient, ListFarmsCommand } from '@aws-sdk/client-deadline';
import { startForTest } from '../../started-for-test';
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

type Page = { names: unknown; nextToken: string | undefined };

/** Two pages of a list of the one farm, the second after a restart that follows another import. */
export async function pagesAroundImport(
  imports: readonly [Place[], Place[]],
  list: (client: DeadlineClient, farmId: string | undefined, nextToken?: string) => Promise<Page>,
): Promise<Page[]> {
  const { folder, stop } = await startForTest({ sample: false });
  await stop();
  const pages: Page[] = [];
  for (const places of imports) {
    await importPlaces(folder, places);
    const local = await startForTest({ folder, sample: false });
    const client = new DeadlineClient(local.clientConfig);
    const [farm] = (await client.send(new ListFarmsCommand({}))).farms ?? [];
    pages.push(await list(client, farm?.farmId, pages[0]?.nextToken));
    await local.stop();
  }
  await rm(folder, { recursive: true });
  return pages;
}
