import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SerialQueue } from '@/lib/disk/serial-queue';
import { HOUR } from '@/lib/time/duration';
import type { StoreOptions } from '../../store/store-options';
import type { CanaryDefinition } from '../canary-definition';
import { conflict, notFound } from '../errors';
import type { CanarySource } from '../store/canary-source';
import type { RunTable } from '../store/run-table';
import { Artifacts } from './artifacts';
import { CANARIES_FILE, parseCanariesFile } from './canaries-file';
import { CanaryRegistry, newCanary } from './canary-registry';
import { CanaryRunner } from './canary-runner';
import { DASHBOARD_CANARY, dashboardCanary } from './dashboard-canary';
import { DryRuns } from './dry-runs';
import { removeExpiredRuns } from './expired-runs';
import type { RealCanary } from './real-canary';
import { RunsInProgress } from './runs-in-progress';
import { WatchedFile } from './watched-file';

/** The canaries that really run: those of canaries.json and the dashboard's. */
export class RealCanaries implements CanarySource {
  readonly #closing = new AbortController();
  readonly #file: WatchedFile;
  readonly #inProgress: RunsInProgress;
  readonly #queue = new SerialQueue();
  #lastTick: number;
  #lastCleanup = Number.NEGATIVE_INFINITY;

  private constructor(
    private readonly options: StoreOptions,
    private readonly table: RunTable,
    private readonly registry: CanaryRegistry,
    private readonly dryRuns: DryRuns,
    private readonly artifacts: Artifacts,
    private readonly reservedNames: ReadonlySet<string>,
  ) {
    const { clock, folder } = options;
    this.#file = new WatchedFile(join(folder, CANARIES_FILE));
    this.#lastTick = clock.now();
    const timeoutSignal = (ms: number) => AbortSignal.timeout(ms);
    this.#inProgress = new RunsInProgress(new CanaryRunner({ clock, table, artifacts, timeoutSignal }));
  }

  /** Deletes runs that the last process didn't finish. `reservedNames` belong to other canaries. */
  static async open(
    options: StoreOptions,
    table: RunTable,
    reservedNames: ReadonlySet<string>,
  ): Promise<RealCanaries> {
    const { database, folder, clock } = options;
    const artifacts = new Artifacts(join(folder, 'artifacts'));
    const registry = await CanaryRegistry.open(database, reservedNames, clock.now());
    const dryRuns = await DryRuns.open(database);
    const real = new RealCanaries(options, table, registry, dryRuns, artifacts, reservedNames);
    for (const location of await table.deleteUnfinished()) real.#inProgress.track(artifacts.remove(location));
    await real.#readFile({ isSettled: true });
    return real;
  }

  list(): CanaryDefinition[] {
    return this.registry.all().map((canary) => canary.definition(this.dryRuns));
  }

  find(name: string): CanaryDefinition | undefined {
    return this.registry.get(name)?.definition(this.dryRuns);
  }

  /** Starts a canary's schedule. A canary that is already running is a ConflictException [?]. */
  start(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.#get(name);
      if (canary.isRunning) throw conflict(`${name} is already running.`);
      this.#refuseWithoutSteps(canary);
      const now = this.#now();
      await this.registry.save(canary.spec, { ...canary.state, running: true, lastStarted: now }, now);
      this.#runDue();
    });
  }

  /**
   * Stops a canary's schedule. AWS lets the current run finish and doesn't record it; here it is cancelled [?]. A canary
   * that is already stopped is a ConflictException [?].
   */
  stop(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.#get(name);
      if (!canary.isRunning) throw conflict(`${name} is already stopped.`);
      const now = this.#now();
      await this.registry.save(canary.spec, { ...canary.state, running: false, lastStopped: now }, now);
      await this.#inProgress.cancel(name);
    });
  }

  /**
   * Runs a canary once in addition to its schedule, within `timeoutSeconds` if given, and returns the dry run's id. Another
   * dry run of the canary in progress is a ConflictException [?].
   */
  startDryRun(name: string, timeoutSeconds?: number): Promise<string> {
    return this.#inTurn(async () => {
      const canary = this.#get(name);
      this.#refuseWithoutSteps(canary);
      if (this.#inProgress.hasDryRun(name)) throw conflict(`A dry run of ${name} is already in progress.`);
      const dryRunId = randomUUID();
      const at = this.#now();
      await this.dryRuns.begin(dryRunId, name, at);
      const spec = { ...canary.spec, timeoutSeconds: timeoutSeconds ?? canary.spec.timeoutSeconds };
      this.#inProgress.start({ canaryId: canary.id, spec, at, dryRunId }, async (outcome) => {
        await this.dryRuns.end(dryRunId, outcome === 'PASSED' ? 'PASSED' : 'FAILED');
      });
      return dryRunId;
    });
  }

  /** Nothing to do, as real runs are stored when they happen. */
  async loadRuns(): Promise<void> {}

  /** Lets the canary `triptych-dashboard` request pages of the dashboard at `baseUrl` from now on, at once for the first time. */
  async watch(baseUrl: string): Promise<void> {
    await this.unwatch();
    await this.#inTurn(async () => {
      const now = this.#now();
      const state = this.registry.get(DASHBOARD_CANARY)?.state ?? newCanary(null, now);
      await this.registry.save(
        dashboardCanary(baseUrl),
        state.running ? { ...state, lastStarted: now } : state,
        now,
      );
      this.#runDue();
    });
  }

  /** Stops the canary `triptych-dashboard`; its current run is not recorded. */
  unwatch(): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.registry.get(DASHBOARD_CANARY);
      if (!canary?.spec.steps.length) return;
      const now = this.#now();
      const state = canary.state.running ? { ...canary.state, lastStopped: now } : canary.state;
      await this.registry.save(dashboardCanary(undefined), state, now);
      await this.#inProgress.cancel(DASHBOARD_CANARY);
    });
  }

  /** Checks whether the file has changed, and starts the runs that are due. Resolves without waiting for them. */
  tick(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closing.signal.aborted) return;
      const now = this.#now();
      if (now < this.#lastTick) for (const canary of this.registry.all()) canary.plan(now);
      this.#lastTick = now;
      this.#runDue();
      await this.#readFile();
      this.#runDue();
      await this.#stopFinished();
      if (Math.abs(now - this.#lastCleanup) < HOUR) return;
      this.#lastCleanup = now;
      this.#inProgress.track(this.#removeExpired(now));
    });
  }

  /** Resolves when no run and no work after a run is in progress. */
  idle(): Promise<void> {
    return this.#inProgress.idle();
  }

  /** Cancels the current runs, which are not recorded. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#inProgress.close();
    await this.unwatch();
    await this.idle();
  }

  #now(): number {
    return this.options.clock.now();
  }

  #get(name: string): RealCanary {
    const canary = this.registry.get(name);
    if (!canary) throw notFound(`There is no canary named ${name}.`);
    return canary;
  }

  #refuseWithoutSteps({ spec }: RealCanary): void {
    if (spec.steps.length === 0)
      throw conflict(`${spec.name} has nothing to request: no dashboard is running.`);
  }

  /** An invalid file changes nothing: the last valid one stays in use. */
  async #readFile(options?: { isSettled: boolean }): Promise<void> {
    try {
      const changed = await this.#file.check(options);
      if (!changed) return;
      const names = new Set([...this.reservedNames, DASHBOARD_CANARY]);
      const canaries = changed.text === undefined ? [] : parseCanariesFile(changed.text, names);
      await this.registry.replace(canaries, this.#now());
    } catch (error) {
      console.error(`local-aws: ${CANARIES_FILE} was not applied: ${(error as Error).message}`);
    }
  }

  /** Skips a scheduled time while the canary's last run is in progress [?]. */
  #runDue(): void {
    const now = this.#now();
    for (const canary of this.registry.all()) {
      const { id, spec } = canary;
      const at = canary.takeDue(now);
      if (at === undefined || this.#inProgress.hasRun(spec.name)) continue;
      this.#inProgress.start({ canaryId: id, spec, at }, () => this.#inTurn(() => this.#stopFinished()));
    }
  }

  /** Stops canaries whose schedule has no further runs. */
  async #stopFinished(): Promise<void> {
    for (const { spec, state, isFinished } of this.registry.all()) {
      if (!isFinished || this.#inProgress.hasRun(spec.name) || this.#closing.signal.aborted) continue;
      const now = this.#now();
      await this.registry.save(spec, { ...state, running: false, lastStopped: now }, now);
    }
  }

  async #removeExpired(now: number): Promise<void> {
    const { signal } = this.#closing;
    for (const canary of this.registry.allWithRemoved()) {
      const { name } = canary.spec;
      const retained = canary.retainedSince(now);
      const hasRuns = await removeExpiredRuns(
        this.table,
        this.artifacts,
        { canary: name, ...retained },
        signal,
      );
      if (signal.aborted) return;
      await this.dryRuns.deleteExpired(name, retained);
      if (!hasRuns) await this.#inTurn(() => this.registry.deleteRemoved(name));
    }
  }

  /** Makes one change at a time, so that of two concurrent StartCanary calls one is refused. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(work);
  }
}
