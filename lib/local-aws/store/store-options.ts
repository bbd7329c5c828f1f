import type { Clock } from '../clock';
import type { Database } from './database';

/** Options that open every service's store. */
export type StoreOptions = {
  /** Folder of all data; created when it doesn't exist. */
  folder: string;
  clock: Clock;
  /** Whether the generated sample data is served in addition to what was really posted and run. */
  sample: boolean;
  database: Database;
};
