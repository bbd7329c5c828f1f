import { sampleCanaries } from '../../sample/canaries/canaries';
import { SamplePauses } from '../../sample/canaries/pauses';
import { SampleRuns } from '../../sample/canaries/stored-runs';
import type { StoreOptions } from '../../store/store-options';
import type { CanaryDefinition } from '../canary-definition';
import { conflict, notFound } from '../errors';
import { artifactFolder } from '../runner/artifacts';
import { RealCanaries } from '../runner/real-canaries';
import { type RunPage, RunPages } from './run-pages';
import { type RunFilter, type RunPosition, RunTable } from './run-table';

const TICK_MS = 1000;

export type CanaryOptions = {
  /** Interval between checks for due canaries, in real milliseconds; 1000 by default, 0 when tests call tick(). */
  canaryTickMs?: number;
};

/** The canaries and their runs: what really runs, and the sample when it is wanted. */
export class CanaryStore {
  readonly #pages: RunPages;
  #timer: NodeJS.Timeout | undefined;
  #ticking = false;

  private constructor(
    private readonly options: StoreOptions & CanaryOptions,
    table: RunTable,
    sampleRuns: SampleRuns,
    private readonly pauses: SamplePauses,
    private readonly real: RealCanaries,
  ) {
    this.#pages = new RunPages(table, sampleRuns);
    const { canaryTickMs = TICK_MS } = options;
    if (canaryTickMs > 0) this.#timer = setInterval(() => void this.#tick(), canaryTickMs).unref();
  }

  static async open(options: StoreOptions & CanaryOptions): Promise<CanaryStore> {
    const { database, clock, sample } = options;
    const now = clock.now();
    const table = await RunTable.open(database);
    const samples = sample ? sampleCanaries : [];
    const sampleRuns = await SampleRuns.open(database, samples, now);
    const pauses = await SamplePauses.open(database, now);
    // Also without the sample, which takes the runs of its names for its own when it is there again.
    const taken = new Set(sampleCanaries.map(({ canary }) => canary.name));
    return new CanaryStore(
      options,
      table,
      sampleRuns,
      pauses,
      await RealCanaries.open(options, table, taken),
    );
  }

  /** All canaries there are, by name. */
  list(): CanaryDefinition[] {
    const samples = this.options.sample ? sampleCanaries : [];
    return [...samples.map(({ canary }) => this.pauses.apply(canary)), ...this.real.list()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  /** The canary of a name; ResourceNotFoundException when there is none. */
  find(name: string): CanaryDefinition {
    const canary = this.list().find((canary) => canary.name === name);
    if (!canary) throw notFound(`There is no canary named ${name}.`);
    return canary;
  }

  /** A page of runs, newest first, as they stand now; `next` where the following one goes on, if any. */
  async runs(
    canary: CanaryDefinition,
    filter: RunFilter,
    limit: number,
    after?: RunPosition,
  ): Promise<RunPage> {
    const page = await this.#pages.page(canary, filter, this.options.clock.now(), limit, after);
    if (this.real.has(canary.name)) return page;
    const runs = page.runs.map((run) => ({
      ...run,
      artifactLocation: `${canary.artifactLocation}/${artifactFolder(run.started)}`,
    }));
    return { ...page, runs };
  }

  /** Starts a canary's schedule; ConflictException when it can't be. */
  async start(name: string): Promise<void> {
    const sample = this.#sample(name);
    if (sample) await this.pauses.start(sample, this.options.clock.now());
    else await this.real.start(this.find(name).name);
  }

  /** Ends a canary's schedule; ConflictException when it can't be. */
  async stop(name: string): Promise<void> {
    const sample = this.#sample(name);
    if (sample) await this.pauses.stop(sample, this.options.clock.now());
    else await this.real.stop(this.find(name).name);
  }

  /** Runs a canary once beside its schedule and gives the dry run's id. Sample data can't be run: ConflictException [?]. */
  async startDryRun(name: string, timeoutSeconds?: number): Promise<string> {
    if (this.#sample(name)) throw conflict(`${name} is sample data: there is nothing to run.`);
    return this.real.startDryRun(this.find(name).name, timeoutSeconds);
  }

  /** From now on the canary `triptych-dashboard` requests pages of the dashboard at `baseUrl`, the first time at once. */
  watch(baseUrl: string): Promise<void> {
    return this.real.watch(baseUrl);
  }

  /** Stops the canary `triptych-dashboard`; a run that it is in leaves nothing. */
  unwatch(): Promise<void> {
    return this.real.unwatch();
  }

  /** Begins what is due by the clock. A timer does it every second, tests by hand. */
  tick(): Promise<void> {
    return this.real.tick();
  }

  /** Resolves when no run goes on. */
  idle(): Promise<void> {
    return this.real.idle();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.real.close();
  }

  #sample(name: string): CanaryDefinition | undefined {
    return this.options.sample
      ? sampleCanaries.find(({ canary }) => canary.name === name)?.canary
      : undefined;
  }

  async #tick(): Promise<void> {
    if (this.#ticking) return;
    this.#ticking = true;
    await this.real
      .tick()
      .catch((error: Error) => console.error('local-aws: of the canaries:', error.message));
    this.#ticking = false;
  }
}
