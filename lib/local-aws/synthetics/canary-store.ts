import { sampleCanaries } from '../sample/canaries/canaries';
import type { StoreOptions } from '../world';
import type { CanaryDefinition } from './canary-definition';
import { CanaryRunner } from './canary-runner';
import { DashboardCanary } from './dashboard-canary';
import { notFound } from './errors';
import { type RunPage, RunPages } from './run-pages';
import { type RunFilter, type RunPosition, RunTable } from './run-table';
import { SampleRuns } from './sample-runs';

/** The canaries and their runs: what really ran, and the sample when it is wanted. */
export class CanaryStore {
  readonly #pages: RunPages;
  #runner: CanaryRunner | undefined;

  private constructor(
    private readonly options: StoreOptions,
    private readonly table: RunTable,
    sampleRuns: SampleRuns,
    private readonly dashboard: DashboardCanary,
  ) {
    this.#pages = new RunPages(table, sampleRuns);
  }

  static async open(options: StoreOptions): Promise<CanaryStore> {
    const { database, clock, sample } = options;
    const table = await RunTable.open(database);
    await table.dropUnfinished();
    const sampleRuns = await SampleRuns.open(database, sample ? sampleCanaries : [], clock.now());
    return new CanaryStore(options, table, sampleRuns, await DashboardCanary.open(database));
  }

  /** All canaries there are, by name. */
  list(): CanaryDefinition[] {
    const canaries = this.options.sample ? sampleCanaries.map(({ canary }) => canary) : [];
    const { definition } = this.dashboard;
    return (definition ? [...canaries, definition] : canaries).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The canary of a name; ResourceNotFoundException when there is none. */
  find(name: string): CanaryDefinition {
    const canary = this.list().find((canary) => canary.name === name);
    if (!canary) throw notFound(`There is no canary named ${name}.`);
    return canary;
  }

  /** A page of runs, newest first, as they stand now; `next` where the following one goes on, if any. */
  runs(canary: CanaryDefinition, filter: RunFilter, limit: number, after?: RunPosition): Promise<RunPage> {
    return this.#pages.page(canary, filter, this.options.clock.now(), limit, after);
  }

  /** From now on the canary `triptych-dashboard` requests pages of the dashboard at `baseUrl`, the first time at once. */
  async watch(baseUrl: string): Promise<void> {
    await this.unwatch();
    const { clock } = this.options;
    await this.dashboard.started(clock.now());
    this.#runner = new CanaryRunner({ baseUrl, clock, table: this.table });
    this.#runner.start();
  }

  /** Stops the canary `triptych-dashboard`; a run that it is in leaves nothing. */
  async unwatch(): Promise<void> {
    if (!this.#runner) return;
    await this.#runner.stop();
    this.#runner = undefined;
    await this.dashboard.stopped(this.options.clock.now());
  }

  async close(): Promise<void> {
    await this.unwatch();
  }
}
