import { mkdir } from 'node:fs/promises';
import type { Clock } from './clock';
import type { LargestPost } from './codeguru/store/largest-post';
import { ProfileStore } from './codeguru/store/profile-store';
import { FarmStore } from './deadline/farm-store';
import { createFarmTables } from './deadline/farm-tables';
import { Faults } from './faults';
import { Database } from './store/database';
import { checkFormat, markFormat } from './store/format';
import { PageTokens } from './store/page-tokens';
import { CanaryStore } from './synthetics/canary-store';

/** Everything the operations share. */
export type World = {
  clock: Clock;
  faults: Faults;
  profiles: ProfileStore;
  farms: FarmStore;
  canaries: CanaryStore;
  tokens: PageTokens;
  /** Whether every answer is checked against its operation's output. */
  checksAnswers: boolean;
};

export type WorldOptions = {
  /** Folder of all data; made when it isn't there. */
  folder: string;
  clock: Clock;
  /** Whether the generated sample data is there beside what was really posted and run. */
  sample: boolean;
  /** The least time that a statistics aggregation takes, in real milliseconds; 400 unless given. */
  aggregationMs?: number;
  /** The most that one may take before it is a TIMEOUT, in real milliseconds; a minute unless given. */
  aggregationLimitMs?: number;
  /** The most rows that one may have before it is FAILED; 200,000 unless given. */
  aggregationMaxRows?: number;
  /** For tests: whether answers are checked; one that has other members than the model fails. */
  checksAnswers?: boolean;
  /** The largest profile that is taken from an agent; LARGEST_POST unless given. */
  largestPost?: LargestPost;
  /** How often it is looked which canaries are due, in real milliseconds; 1000 unless given, 0 when tests do it by hand. */
  canaryTickMs?: number;
};

/** What a service's store is opened with. */
export type StoreOptions = WorldOptions & { database: Database };

/** Opens the data folder. `close` flushes and lets go of it. */
export async function openWorld(options: WorldOptions): Promise<World & { close(): Promise<void> }> {
  await mkdir(options.folder, { recursive: true });
  await checkFormat(options.folder);
  const database = await Database.open(options.folder);
  await markFormat(options.folder, () => createFarmTables(database)).catch((error: unknown) => {
    database.close();
    throw error;
  });
  const tokens = await PageTokens.open(database);
  const store = { ...options, database };
  const profiles = await ProfileStore.open(store);
  const farms = await FarmStore.open(store);
  const canaries = await CanaryStore.open(store);
  return {
    clock: options.clock,
    faults: new Faults(),
    profiles,
    farms,
    canaries,
    tokens,
    checksAnswers: options.checksAnswers ?? false,
    close: async () => {
      await canaries.close();
      await farms.close();
      await profiles.close();
      database.close();
    },
  };
}
