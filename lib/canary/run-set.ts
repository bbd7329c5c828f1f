import type { CanaryRun } from './run';

/**
 * Runs by their ids. A run that is added several times, as when pages shift while they are read, is in it once, in its newest
 * state: a finished run doesn't change any more.
 */
export class RunSet {
  readonly #byId = new Map<string, CanaryRun>();

  constructor(runs: readonly CanaryRun[] = []) {
    for (const run of runs) this.add(run);
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): CanaryRun | undefined {
    return this.#byId.get(id);
  }

  /** Adds a run, and returns whether it is new or in a newer state. */
  add(run: CanaryRun): boolean {
    const known = this.#byId.get(run.id);
    if (known && !isNewer(run, known)) return false;
    this.#byId.set(run.id, run);
    return true;
  }

  delete(id: string): void {
    this.#byId.delete(id);
  }

  /** In no order. */
  all(): CanaryRun[] {
    return [...this.#byId.values()];
  }

  newestFirst(): CanaryRun[] {
    return this.all().sort(byNewest);
  }
}

/** Runs that started together have a fixed order too. */
const byNewest = (a: CanaryRun, b: CanaryRun) => b.started - a.started || (a.id < b.id ? 1 : -1);

/** Whether a state of a run is newer than another one of the same run. */
export const isNewer = (run: CanaryRun, than: CanaryRun): boolean => stage(run) > stage(than);

/** AWS may report that a run passed before it reports when it ended. */
const stage = ({ state, completed }: CanaryRun): number =>
  state === 'RUNNING' ? 0 : completed === undefined ? 1 : 2;
