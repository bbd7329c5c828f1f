import { mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { CodeguruWorld } from './codeguru/operation';
import { type ProfileOptions, ProfileStore } from './codeguru/store/profile-store';
import type { DeadlineWorld } from './deadline/operation';
import { type FarmOptions, FarmStore } from './deadline/store/farm-store';
import { createFarmTables } from './deadline/store/farm-tables';
import { Faults } from './protocol/faults';
import { keepSampleArtifacts } from './sample/canaries/sample-artifacts';
import { SampleCanaries, sampleCanaryNames } from './sample/canaries/sample-canary-source';
import { openSampleFarms, sampleFarmIds } from './sample/farm/sample-farm-source';
import { sampleGroups } from './sample/profiles/sample-groups';
import { Database } from './store/database';
import { checkFormat, markFormat } from './store/format';
import { PageTokens } from './store/page-tokens';
import type { StoreOptions } from './store/store-options';
import type { SyntheticsWorld } from './synthetics/operation';
import { type CanaryOptions, CanaryStore } from './synthetics/store/canary-store';
import { RunTable } from './synthetics/store/run-table';

/** The world of all services and of their operations. */
export type World = CodeguruWorld &
  DeadlineWorld &
  SyntheticsWorld & {
    faults: Faults;
    /** How often each operation was called since the start. */
    calls: Map<string, number>;
    /** Whether each answer is checked against its operation's output. */
    checksAnswers: boolean;
  };

export type WorldOptions = Omit<StoreOptions, 'database'> &
  ProfileOptions &
  FarmOptions &
  CanaryOptions & {
    /** For tests: whether each answer is checked against its operation's output. */
    checksAnswers?: boolean;
  };

/** Ids that an imported farm can't have: those of the sample farms, whether or not these are served. */
export const reservedFarmIds = sampleFarmIds;

/** Opens the data folder. `close` flushes and releases it. */
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
  const runs = await RunTable.open(database);
  const stores = {
    profiles: await ProfileStore.open(store, sampleGroups()),
    farms: await FarmStore.open(store, options.sample ? await openSampleFarms(database) : []),
    canaries: await CanaryStore.open(store, runs, {
      sources: options.sample ? [await SampleCanaries.open(database, options.clock)] : [],
      reservedNames: sampleCanaryNames,
    }),
  };
  const closing = new AbortController();
  const artifacts = options.sample
    ? keepSampleArtifacts({ ...options, wait: untilAborted }, closing.signal).catch(logUnwritten)
    : undefined;
  return {
    clock: options.clock,
    faults: new Faults(),
    calls: new Map(),
    tokens,
    ...stores,
    checksAnswers: options.checksAnswers ?? false,
    close: async () => {
      closing.abort();
      await artifacts;
      for (const opened of Object.values(stores).reverse()) await opened.close();
      database.close();
    },
  };
}

/** Waits, at most until the signal aborts, without keeping the process alive. */
const untilAborted = (ms: number, signal: AbortSignal) =>
  wait(ms, undefined, { signal, ref: false }).catch(() => undefined);

/** Without their artifacts the sample runs are still complete. */
const logUnwritten = ({ code, message }: NodeJS.ErrnoException) =>
  console.error(`local-aws: the artifacts of sample runs could not be written: ${code ?? message}.`);
