import { isObject, type JsonObject } from '../json-shape';
import { hasTooMany } from '../refusals';
import { firefox } from './columns';

/** A real browser has some hundred. */
const MAX_THREADS = 10_000;

/** A thread with the tables that its process or the file shares. */
export type FirefoxThread = { at: string; value: JsonObject; shared: JsonObject; meta: JsonObject };

/** The threads of all processes. Processed profiles have one list of threads; Firefox itself nests processes. */
export function threadsOf(file: JsonObject): FirefoxThread[] {
  const threads: FirefoxThread[] = [];
  const processes = [{ at: '', value: file }];
  for (let process = processes.pop(); process; process = processes.pop()) {
    const { at, value } = process;
    const meta = firefox.object(value.meta ?? file.meta, `${at}meta`);
    const shared = isObject(value.shared) ? value.shared : {};
    for (const [i, thread] of firefox.list(value.threads, `${at}threads`).entries()) {
      const where = `${at}threads[${i}]`;
      threads.push({ at: where, value: firefox.object(thread, where), shared, meta });
      if (threads.length > MAX_THREADS) {
        throw hasTooMany(MAX_THREADS, 'threads');
      }
    }
    const nested = Array.isArray(value.processes) ? value.processes : [];
    for (const [i, each] of nested.entries()) {
      if (isObject(each)) processes.push({ at: `${at}processes[${i}].`, value: each });
    }
  }
  return threads;
}
