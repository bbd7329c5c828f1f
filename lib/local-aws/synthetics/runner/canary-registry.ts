import type { Database } from '../../store/database';
import { type FileCanary, parseCanaryEntry } from './canaries-file';
import type { CanarySpec } from './canary-spec';
import { DASHBOARD_CANARY, dashboardCanary } from './dashboard-canary';
import { RealCanary } from './real-canary';
import { CanaryLives, type Life } from './saved-canaries';

/** The canaries that really run, in memory and on disk, and those that are gone while there are runs of them. */
export class CanaryBook {
  readonly #canaries = new Map<string, RealCanary>();
  readonly #gone = new Map<string, RealCanary>();

  private constructor(private readonly lives: CanaryLives) {}

  /** Takes up the canaries as they were, so that a file with a fault changes nothing over a restart either. */
  static async open(database: Database, taken: ReadonlySet<string>, now: number): Promise<CanaryBook> {
    const lives = await CanaryLives.open(database);
    const book = new CanaryBook(lives);
    for (const [name, life] of await lives.all()) {
      const spec = rememberedSpec(name, life);
      if (spec && !taken.has(name))
        (life.listed ? book.#canaries : book.#gone).set(name, new RealCanary(spec, life, now));
    }
    return book;
  }

  get(name: string): RealCanary | undefined {
    return this.#canaries.get(name);
  }

  /** Those that there are. */
  all(): RealCanary[] {
    return [...this.#canaries.values()];
  }

  /** Those that there are, and those that are gone. */
  remembered(): RealCanary[] {
    return [...this.all(), ...this.#gone.values()];
  }

  /** Keeps what a canary is and became, and plans it from `now` on: the instant of its start, when it is started. */
  async keep(spec: CanarySpec, life: Life, now: number): Promise<void> {
    await this.lives.keep(spec.name, life);
    this.#canaries.set(spec.name, new RealCanary(spec, life, now));
    this.#gone.delete(spec.name);
  }

  /** Makes these, and the dashboard's, the canaries that there are. One that comes back is what it was. */
  async list(canaries: readonly FileCanary[], now: number): Promise<void> {
    const names = new Set([DASHBOARD_CANARY, ...canaries.map(({ spec }) => spec.name)]);
    for (const { spec, entry } of canaries) {
      const known = this.#canaries.get(spec.name) ?? this.#gone.get(spec.name);
      const isSame = JSON.stringify(known?.life.entry) === JSON.stringify(entry);
      if (isSame && known?.life.listed) continue;
      const life = known ? { ...known.life, entry, listed: true, modified: now } : newLife(entry, now);
      await this.keep(spec, life, now);
    }
    for (const { spec, life } of this.all()) {
      if (names.has(spec.name)) continue;
      const unlisted = { ...life, listed: false };
      await this.lives.keep(spec.name, unlisted);
      this.#gone.set(spec.name, new RealCanary(spec, unlisted, now));
      this.#canaries.delete(spec.name);
    }
  }

  /** Forgets a canary that is gone. */
  async forgetGone(name: string): Promise<void> {
    if (this.#gone.delete(name)) await this.lives.forget(name);
  }
}

/** A canary runs from when it is first seen, without being started [?]. */
export const newLife = (entry: unknown, now: number): Life => ({
  entry,
  listed: true,
  created: now,
  modified: now,
  running: true,
  lastStarted: now,
});

/** Undefined for an entry that this release reads no more. */
function rememberedSpec(name: string, { entry }: Life): CanarySpec | undefined {
  if (name === DASHBOARD_CANARY) return dashboardCanary(undefined);
  try {
    return parseCanaryEntry(entry, '');
  } catch {
    return undefined;
  }
}
