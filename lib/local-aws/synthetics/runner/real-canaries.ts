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
import { CanaryBook, newLife } from './canary-registry';
import { CanaryRunner } from './canary-runner';
import { DASHBOARD_CANARY, dashboardCanary } from './dashboard-canary';
import { DryRuns } from './dry-runs';
import { forgetRuns } from './expired-runs';
import type { RealCanary } from './real-canary';
import { RunsUnderWay } from './runs-in-progress';
import { WatchedFile } from './watched-file';

/** The canaries that really run: those of canaries.json and the dashboard's. */
export class RealCanaries implements CanarySource {
  readonly #closing = new AbortController();
  readonly #file: WatchedFile;
  readonly #underWay: RunsUnderWay;
  readonly #queue = new SerialQueue();
  #looked: number;
  #forgot = Number.NEGATIVE_INFINITY;

  private constructor(
    private readonly options: StoreOptions,
    private readonly table: RunTable,
    private readonly book: CanaryBook,
    private readonly dryRuns: DryRuns,
    private readonly artifacts: Artifacts,
    private readonly taken: ReadonlySet<string>,
  ) {
    const { clock, folder } = options;
    this.#file = new WatchedFile(join(folder, CANARIES_FILE));
    this.#looked = clock.now();
    const timeoutSignal = (ms: number) => AbortSignal.timeout(ms);
    this.#underWay = new RunsUnderWay(new CanaryRunner({ clock, table, artifacts, timeoutSignal }));
  }

  /** `taken` are names that other canaries have. What a dead process left unfinished is dropped. */
  static async open(
    options: StoreOptions,
    table: RunTable,
    taken: ReadonlySet<string>,
  ): Promise<RealCanaries> {
    const { database, folder, clock } = options;
    const artifacts = new Artifacts(join(folder, 'artifacts'));
    const book = await CanaryBook.open(database, taken, clock.now());
    const dryRuns = await DryRuns.open(database);
    const real = new RealCanaries(options, table, book, dryRuns, artifacts, taken);
    for (const location of await table.dropUnfinished()) real.#underWay.follow(artifacts.remove(location));
    await real.#readFile({ settled: true });
    return real;
  }

  list(): CanaryDefinition[] {
    return this.book.all().map((canary) => canary.definition(this.dryRuns));
  }

  has(name: string): boolean {
    return this.book.get(name) !== undefined;
  }

  /** Starts a canary's schedule. One that runs already is a ConflictException [?]. */
  start(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.#found(name);
      if (canary.isRunning) throw conflict(`${name} is running already.`);
      this.#refuseWithoutSteps(canary);
      const now = this.#now();
      await this.book.keep(canary.spec, { ...canary.life, running: true, lastStarted: now }, now);
      this.#runDue();
    });
  }

  /**
   * Ends a canary's schedule. AWS lets the run that goes on end and doesn't record it; here it is cut off [?]. One that
   * is stopped already is a ConflictException [?].
   */
  stop(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.#found(name);
      if (!canary.isRunning) throw conflict(`${name} is stopped already.`);
      const now = this.#now();
      await this.book.keep(canary.spec, { ...canary.life, running: false, lastStopped: now }, now);
      await this.#underWay.cutOff(name);
    });
  }

  /**
   * Runs a canary once beside its schedule, in `timeoutSeconds` if given, and gives the dry run's id. While another dry
   * run of it goes on it is a ConflictException [?].
   */
  startDryRun(name: string, timeoutSeconds?: number): Promise<string> {
    return this.#inTurn(async () => {
      const canary = this.#found(name);
      this.#refuseWithoutSteps(canary);
      if (this.#underWay.hasDryRun(name)) throw conflict(`A dry run of ${name} goes on already.`);
      const dryRunId = randomUUID();
      const at = this.#now();
      await this.dryRuns.begin(dryRunId, name, at);
      const spec = { ...canary.spec, timeoutSeconds: timeoutSeconds ?? canary.spec.timeoutSeconds };
      this.#underWay.begin({ id: canary.id, spec, at, dryRunId }, async (outcome) => {
        await this.dryRuns.end(dryRunId, outcome === 'PASSED' ? 'PASSED' : 'FAILED');
      });
      return dryRunId;
    });
  }

  /** Their runs are stored when they run. */
  async loadRuns(): Promise<void> {}

  /** From now on the canary `triptych-dashboard` requests pages of the dashboard at `baseUrl`, the first time at once. */
  async watch(baseUrl: string): Promise<void> {
    await this.unwatch();
    await this.#inTurn(async () => {
      const now = this.#now();
      const life = this.book.get(DASHBOARD_CANARY)?.life ?? newLife(null, now);
      await this.book.keep(
        dashboardCanary(baseUrl),
        life.running ? { ...life, lastStarted: now } : life,
        now,
      );
      this.#runDue();
    });
  }

  /** Stops the canary `triptych-dashboard`; a run that it is in leaves nothing. */
  unwatch(): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.book.get(DASHBOARD_CANARY);
      if (!canary?.spec.steps.length) return;
      const now = this.#now();
      const life = canary.life.running ? { ...canary.life, lastStopped: now } : canary.life;
      await this.book.keep(dashboardCanary(undefined), life, now);
      await this.#underWay.cutOff(DASHBOARD_CANARY);
    });
  }

  /** Looks whether the file has changed and what is due, and begins that. Resolves without waiting for the runs. */
  tick(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closing.signal.aborted) return;
      const now = this.#now();
      if (now < this.#looked) for (const canary of this.book.all()) canary.plan(now);
      this.#looked = now;
      this.#runDue();
      await this.#readFile();
      this.#runDue();
      await this.#stopWhatIsOver();
      if (Math.abs(now - this.#forgot) < HOUR) return;
      this.#forgot = now;
      this.#underWay.follow(this.#forget(now));
    });
  }

  /** Resolves when no run goes on, nor what follows on one. */
  idle(): Promise<void> {
    return this.#underWay.idle();
  }

  /** Cuts off what goes on, which leaves nothing. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#underWay.close();
    await this.unwatch();
    await this.idle();
  }

  #now(): number {
    return this.options.clock.now();
  }

  #found(name: string): RealCanary {
    const canary = this.book.get(name);
    if (!canary) throw notFound(`There is no canary named ${name}.`);
    return canary;
  }

  #refuseWithoutSteps({ spec }: RealCanary): void {
    if (spec.steps.length === 0) throw conflict(`The dashboard that ${spec.name} requests is not there.`);
  }

  /** A file with a fault changes nothing: the last good one goes on. */
  async #readFile(how?: { settled: boolean }): Promise<void> {
    try {
      const found = await this.#file.look(how);
      if (!found) return;
      const names = new Set([...this.taken, DASHBOARD_CANARY]);
      const canaries = found.text === undefined ? [] : parseCanariesFile(found.text, names);
      await this.book.list(canaries, this.#now());
    } catch (error) {
      console.error(`local-aws: ${CANARIES_FILE} is not used as it is: ${(error as Error).message}`);
    }
  }

  /** A canary whose last run goes on still has no second one: that fire is passed over [?]. */
  #runDue(): void {
    const now = this.#now();
    for (const canary of this.book.all()) {
      const { id, spec } = canary;
      const at = canary.takeDue(now);
      if (at === undefined || this.#underWay.hasRun(spec.name)) continue;
      this.#underWay.begin({ id, spec, at }, () => this.#inTurn(() => this.#stopWhatIsOver()));
    }
  }

  /** A canary that was to run once is stopped when it has. */
  async #stopWhatIsOver(): Promise<void> {
    for (const { spec, life, isOver } of this.book.all()) {
      if (!isOver || this.#underWay.hasRun(spec.name) || this.#closing.signal.aborted) continue;
      const now = this.#now();
      await this.book.keep(spec, { ...life, running: false, lastStopped: now }, now);
    }
  }

  async #forget(now: number): Promise<void> {
    const { signal } = this.#closing;
    for (const canary of this.book.remembered()) {
      const { name } = canary.spec;
      const since = canary.since(now);
      const hasRuns = await forgetRuns(this.table, this.artifacts, { canary: name, ...since }, signal);
      if (signal.aborted) return;
      await this.dryRuns.forget(name, since);
      if (!hasRuns) await this.#inTurn(() => this.book.forgetGone(name));
    }
  }

  /** One change at a time, so that of two that start a canary one is told that it runs. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(work);
  }
}
