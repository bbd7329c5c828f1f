import type { CanaryRun } from '@/lib/canary/run';
import type { StoreOptions } from '../../store/store-options';
import type { CanaryDefinition } from '../canary-definition';
import { notFound } from '../errors';
import { RealCanaries } from '../runner/real-canaries';
import type { CanarySource } from './canary-source';
import { lastRuns } from './last-runs';
import { type RunPage, RunPages } from './run-pages';
import type { RunFilter, RunPosition, RunTable } from './run-table';

const TICK_MS = 1000;

export type CanaryOptions = {
  /** Interval between checks for due canaries, in real milliseconds; 1000 by default, 0 when tests call tick(). */
  canaryTickMs?: number;
};

/** Canaries that don't really run. Their reserved names are taken even when the canaries are not served. */
type OtherCanaries = { sources: readonly CanarySource[]; reservedNames: readonly string[] };

/** All canaries and their runs. */
export class CanaryStore {
  readonly #sources: readonly CanarySource[];
  readonly #pages: RunPages;
  #timer: NodeJS.Timeout | undefined;
  #isTicking = false;

  private constructor(
    private readonly options: StoreOptions & CanaryOptions,
    private readonly table: RunTable,
    others: readonly CanarySource[],
    private readonly real: RealCanaries,
  ) {
    this.#sources = [real, ...others];
    this.#pages = new RunPages(table, this.#loadRuns);
    const { canaryTickMs = TICK_MS } = options;
    if (canaryTickMs > 0) this.#timer = setInterval(() => void this.#tick(), canaryTickMs).unref();
  }

  static async open(
    options: StoreOptions & CanaryOptions,
    table: RunTable,
    { sources, reservedNames }: OtherCanaries,
  ): Promise<CanaryStore> {
    const real = await RealCanaries.open(options, table, new Set(reservedNames));
    return new CanaryStore(options, table, sources, real);
  }

  /** All canaries by name. */
  list(): CanaryDefinition[] {
    return this.#sources.flatMap((source) => source.list()).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The canary of a name. Throws ResourceNotFoundException when there is none. */
  find(name: string): CanaryDefinition {
    for (const source of this.#sources) {
      const canary = source.find(name);
      if (canary) return canary;
    }
    throw noCanary(name);
  }

  /** A page of runs, newest first, as of now; `next` is where the following page continues, if any. */
  async runs(
    canary: CanaryDefinition,
    filter: RunFilter,
    limit: number,
    after?: RunPosition,
  ): Promise<RunPage> {
    const page = await this.#pages.page(canary, filter, this.options.clock.now(), limit, after);
    return { ...page, runs: page.runs.map((run) => withOwnArtifacts(canary, run)) };
  }

  /** The newest run of each canary by its name, without dry runs, as of now; with a browser, the newest one in it. */
  async lastRuns(
    canaries: readonly CanaryDefinition[],
    browserType?: string,
  ): Promise<Map<string, CanaryRun>> {
    const now = this.options.clock.now();
    const runs = await lastRuns(this.table, this.#loadRuns, canaries, { now, browserType });
    for (const canary of canaries) {
      const run = runs.get(canary.name);
      if (run) runs.set(canary.name, withOwnArtifacts(canary, run));
    }
    return runs;
  }

  /** Starts a canary's schedule. Throws ConflictException when that is impossible. */
  async start(name: string): Promise<void> {
    await this.#source(name).start(name);
  }

  /** Stops a canary's schedule. Throws ConflictException when that is impossible. */
  async stop(name: string): Promise<void> {
    await this.#source(name).stop(name);
  }

  /**
   * Runs a canary once in addition to its schedule and returns the dry run's id. Throws ConflictException when that is
   * impossible.
   */
  async startDryRun(name: string, timeoutSeconds?: number): Promise<string> {
    return this.#source(name).startDryRun(name, timeoutSeconds);
  }

  /** Lets the canary `triptych-dashboard` request pages of the dashboard at `baseUrl` from now on, at once for the first time. */
  watch(baseUrl: string): Promise<void> {
    return this.real.watch(baseUrl);
  }

  /** Stops the canary `triptych-dashboard`; its current run is not recorded. */
  unwatch(): Promise<void> {
    return this.real.unwatch();
  }

  /** Starts the runs that are due by the clock. A timer calls it every second; tests call it themselves. */
  tick(): Promise<void> {
    return this.real.tick();
  }

  /** Resolves when no run is in progress. */
  idle(): Promise<void> {
    return this.real.idle();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.real.close();
  }

  readonly #loadRuns: CanarySource['loadRuns'] = async (name, ...days) =>
    this.#source(name).loadRuns(name, ...days);

  #source(name: string): CanarySource {
    const source = this.#sources.find((source) => source.find(name));
    if (!source) throw noCanary(name);
    return source;
  }

  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    await this.real
      .tick()
      .catch((error: Error) => console.error('local-aws: checking for due canaries failed:', error.message));
    this.#isTicking = false;
  }
}

const withOwnArtifacts = ({ runArtifactLocation }: CanaryDefinition, run: CanaryRun): CanaryRun =>
  runArtifactLocation ? { ...run, artifactLocation: runArtifactLocation(run.started) } : run;

const noCanary = (name: string) => notFound(`There is no canary named ${name}.`);
