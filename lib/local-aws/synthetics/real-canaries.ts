import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { HOUR } from '@/lib/time/duration';
import type { StoreOptions } from '../world';
import { Artifacts } from './artifacts';
import type { AttemptOutcome } from './attempt';
import { CANARIES_FILE, type FileCanary, parseCanariesFile, parseCanaryEntry } from './canaries-file';
import type { CanaryDefinition } from './canary-definition';
import { CanaryLives, type Life } from './canary-lives';
import { CanaryRunner } from './canary-runner';
import type { CanarySpec } from './canary-spec';
import { DASHBOARD_CANARY, dashboardCanary } from './dashboard-canary';
import { DryRuns } from './dry-runs';
import { conflict } from './errors';
import { forgetRuns } from './forgetting';
import { RealCanary } from './real-canary';
import type { RunTable } from './run-table';
import { WatchedFile } from './watched-file';

/** The canaries that really run: those of canaries.json and the dashboard's. */
export class RealCanaries {
  readonly #canaries = new Map<string, RealCanary>();
  /** Canaries that the file lost, while there are runs of them. */
  readonly #gone = new Map<string, RealCanary>();
  /** What goes on: a canary's scheduled run, or its dry run, by its name. */
  readonly #runs = new Map<string, Going>();
  readonly #dryRuns = new Map<string, Going>();
  readonly #going = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();
  readonly #file: WatchedFile;
  readonly #runner: CanaryRunner;
  #turn: Promise<unknown> = Promise.resolve();
  #looked: number;
  #forgot = Number.NEGATIVE_INFINITY;

  private constructor(
    private readonly options: StoreOptions,
    private readonly table: RunTable,
    private readonly lives: CanaryLives,
    private readonly dryRuns: DryRuns,
    private readonly artifacts: Artifacts,
    private readonly taken: ReadonlySet<string>,
  ) {
    const { clock, folder } = options;
    this.#file = new WatchedFile(join(folder, CANARIES_FILE));
    this.#looked = clock.now();
    const timeoutSignal = (ms: number) => AbortSignal.timeout(ms);
    this.#runner = new CanaryRunner({ clock, table, artifacts, timeoutSignal });
  }

  /** `taken` are names that other canaries have. What a dead process left unfinished is dropped. */
  static async open(options: StoreOptions, table: RunTable, taken: Iterable<string>): Promise<RealCanaries> {
    const { database, folder } = options;
    const artifacts = new Artifacts(join(folder, 'artifacts'));
    for (const location of await table.dropUnfinished()) await artifacts.remove(location).catch(tell);
    const lives = await CanaryLives.open(database);
    const names = new Set([...taken, DASHBOARD_CANARY]);
    const dryRuns = await DryRuns.open(database);
    const real = new RealCanaries(options, table, lives, dryRuns, artifacts, names);
    await real.#remember();
    await real.#readFile({ settled: true });
    return real;
  }

  list(): CanaryDefinition[] {
    return [...this.#canaries.values()].map((canary) => canary.definition(this.dryRuns));
  }

  has(name: string): boolean {
    return this.#canaries.has(name);
  }

  /** Starts a canary's schedule. One that runs already is a ConflictException [?]. */
  start(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.#found(name);
      if (canary.isRunning) throw conflict(`${name} is running already.`);
      this.#refuseWithoutSteps(canary);
      const now = this.#now();
      await this.#keep(canary.spec, { ...canary.life, running: true, lastStarted: now }, now);
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
      await this.#keep(canary.spec, { ...canary.life, running: false, lastStopped: now }, now);
      await this.#cutOff(name);
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
      if (this.#dryRuns.has(name)) throw conflict(`A dry run of ${name} goes on already.`);
      const dryRunId = randomUUID();
      const at = this.#now();
      await this.dryRuns.begin(dryRunId, name, at);
      const spec = { ...canary.spec, timeoutSeconds: timeoutSeconds ?? canary.spec.timeoutSeconds };
      this.#begin(this.#dryRuns, { id: canary.id, spec }, at, dryRunId, async (outcome) => {
        await this.dryRuns.end(dryRunId, outcome === 'PASSED' ? 'PASSED' : 'FAILED');
      });
      return dryRunId;
    });
  }

  /** From now on the canary `triptych-dashboard` requests pages of the dashboard at `baseUrl`, the first time at once. */
  async watch(baseUrl: string): Promise<void> {
    await this.unwatch();
    await this.#inTurn(async () => {
      const now = this.#now();
      const life = this.#canaries.get(DASHBOARD_CANARY)?.life ?? newLife(null, now);
      await this.#keep(dashboardCanary(baseUrl), life.running ? { ...life, lastStarted: now } : life, now);
      this.#runDue();
    });
  }

  /** Stops the canary `triptych-dashboard`; a run that it is in leaves nothing. */
  unwatch(): Promise<void> {
    return this.#inTurn(async () => {
      const canary = this.#canaries.get(DASHBOARD_CANARY);
      if (!canary?.spec.steps.length) return;
      const now = this.#now();
      const life = canary.life.running ? { ...canary.life, lastStopped: now } : canary.life;
      await this.#keep(dashboardCanary(undefined), life, now);
      await this.#cutOff(DASHBOARD_CANARY);
    });
  }

  /** Looks whether the file has changed and what is due, and begins that. Resolves without waiting for the runs. */
  tick(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closing.signal.aborted) return;
      const now = this.#now();
      if (now < this.#looked) for (const canary of this.#canaries.values()) canary.plan(now);
      this.#looked = now;
      this.#runDue();
      await this.#readFile();
      this.#runDue();
      await this.#stopWhatIsOver();
      if (Math.abs(now - this.#forgot) < HOUR) return;
      this.#forgot = now;
      this.#note(this.#forget(now));
    });
  }

  /** Resolves when no run goes on, nor what follows on one. */
  async idle(): Promise<void> {
    while (this.#going.size > 0) await Promise.all(this.#going);
  }

  /** Cuts off what goes on, which leaves nothing. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const { ending } of [...this.#runs.values(), ...this.#dryRuns.values()]) ending.abort();
    await this.unwatch();
    await this.idle();
  }

  #now(): number {
    return this.options.clock.now();
  }

  #found(name: string): RealCanary {
    const canary = this.#canaries.get(name);
    if (!canary) throw new Error(`no canary ${name}`);
    return canary;
  }

  #refuseWithoutSteps({ spec }: RealCanary): void {
    if (spec.steps.length === 0) throw conflict(`The dashboard that ${spec.name} requests is not there.`);
  }

  /** Keeps what a canary is and became, and plans it from `now` on: the instant of its start, when it is started. */
  async #keep(spec: CanarySpec, life: Life, now: number): Promise<void> {
    await this.lives.keep(spec.name, life);
    this.#canaries.set(spec.name, new RealCanary(spec, life, now));
  }

  /** Takes up the canaries as they were, so that a file with a fault changes nothing over a restart either. */
  async #remember(): Promise<void> {
    for (const [name, life] of await this.lives.all()) {
      if (this.taken.has(name) && name !== DASHBOARD_CANARY) continue;
      const spec = name === DASHBOARD_CANARY ? dashboardCanary(undefined) : rememberedSpec(life);
      if (spec)
        (life.listed ? this.#canaries : this.#gone).set(name, new RealCanary(spec, life, this.#now()));
    }
  }

  /** A file with a fault changes nothing: the last good one goes on. */
  async #readFile(how?: { settled: boolean }): Promise<void> {
    try {
      const found = await this.#file.look(how);
      if (!found) return;
      const canaries = found.text === undefined ? [] : parseCanariesFile(found.text, this.taken);
      await this.#apply(canaries);
    } catch (error) {
      console.error(`local-aws: ${CANARIES_FILE} is not used as it is: ${(error as Error).message}`);
    }
  }

  async #apply(canaries: readonly FileCanary[]): Promise<void> {
    const now = this.#now();
    const names = new Set(canaries.map(({ spec }) => spec.name));
    for (const { spec, entry } of canaries) {
      const known = this.#canaries.get(spec.name) ?? this.#gone.get(spec.name);
      const isSame = JSON.stringify(known?.life.entry) === JSON.stringify(entry);
      if (isSame && known?.life.listed) continue;
      const life = known ? { ...known.life, entry, listed: true, modified: now } : newLife(entry, now);
      await this.#keep(spec, life, now);
      this.#gone.delete(spec.name);
    }
    for (const [name, canary] of this.#canaries) {
      if (names.has(name) || name === DASHBOARD_CANARY) continue;
      const life = { ...canary.life, listed: false };
      await this.lives.keep(name, life);
      this.#gone.set(name, new RealCanary(canary.spec, life, now));
      this.#canaries.delete(name);
    }
  }

  /** A canary whose last run goes on still has no second one: that fire is passed over [?]. */
  #runDue(): void {
    const now = this.#now();
    for (const [name, canary] of this.#canaries) {
      const at = canary.takeDue(now);
      if (at === undefined || this.#runs.has(name)) continue;
      this.#begin(this.#runs, canary, at, undefined, () => this.#inTurn(() => this.#stopWhatIsOver()));
    }
  }

  /** A canary that was to run once is stopped when it has. */
  async #stopWhatIsOver(): Promise<void> {
    for (const [name, canary] of this.#canaries) {
      if (!canary.isOver || this.#runs.has(name) || this.#closing.signal.aborted) continue;
      const now = this.#now();
      await this.#keep(canary.spec, { ...canary.life, running: false, lastStopped: now }, now);
    }
  }

  #begin(
    going: Map<string, Going>,
    { id, spec }: Pick<RealCanary, 'id' | 'spec'>,
    at: number,
    dryRunId: string | undefined,
    then: (outcome: AttemptOutcome | undefined) => Promise<void>,
  ): void {
    const ending = new AbortController();
    if (this.#closing.signal.aborted) ending.abort();
    const ended = this.#runner
      .run({ id, spec, at, dryRunId }, ending.signal)
      .catch((error: Error) => {
        console.error(`local-aws: a run of ${spec.name} was not kept:`, error.message);
        return undefined;
      })
      .finally(() => going.delete(spec.name));
    going.set(spec.name, { ending, ended });
    this.#note(ended.then(then));
  }

  async #cutOff(name: string): Promise<void> {
    const going = this.#runs.get(name);
    going?.ending.abort();
    await going?.ended;
  }

  async #forget(now: number): Promise<void> {
    for (const [name, canary] of [...this.#canaries, ...this.#gone]) {
      const since = canary.since(now);
      const forgotten = { canary: name, ...since };
      const hasRuns = await forgetRuns(this.table, this.artifacts, forgotten, this.#closing.signal);
      if (this.#closing.signal.aborted) return;
      await this.dryRuns.forget(name, since);
      if (hasRuns) continue;
      await this.#inTurn(async () => {
        if (this.#gone.delete(name)) await this.lives.forget(name);
      });
    }
  }

  #note(work: Promise<unknown>): void {
    const noted = work.catch(tell).finally(() => this.#going.delete(noted));
    this.#going.add(noted);
  }

  /** One change at a time, so that of two that start a canary one is told that it runs. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

type Going = { ending: AbortController; ended: Promise<AttemptOutcome | undefined> };

/** A canary runs from when it is first seen, without being started [?]. */
const newLife = (entry: unknown, now: number): Life => ({
  entry,
  listed: true,
  created: now,
  modified: now,
  running: true,
  lastStarted: now,
});

/** Undefined for an entry that this release reads no more. */
function rememberedSpec({ entry }: Life): CanarySpec | undefined {
  try {
    return parseCanaryEntry(entry, '');
  } catch {
    return undefined;
  }
}

function tell(error: Error): void {
  console.error('local-aws: of the canaries:', error.message);
}
