import type { Database } from '../../store/database';
import { type FileCanary, parseCanaryEntry } from './canaries-file';
import type { CanarySpec } from './canary-spec';
import { DASHBOARD_CANARY, dashboardCanary } from './dashboard-canary';
import { RealCanary } from './real-canary';
import { SavedCanaries, type SavedCanary } from './saved-canaries';

/** The canaries that really run, in memory and on disk, and the removed ones that still have runs. */
export class CanaryRegistry {
  readonly #canaries = new Map<string, RealCanary>();
  readonly #removed = new Map<string, RealCanary>();

  private constructor(private readonly saved: SavedCanaries) {}

  /** Restores the canaries as they were, so that an invalid file changes nothing after a restart either. */
  static async open(database: Database, taken: ReadonlySet<string>, now: number): Promise<CanaryRegistry> {
    const saved = await SavedCanaries.open(database);
    const registry = new CanaryRegistry(saved);
    for (const [name, state] of await saved.all()) {
      const spec = specOf(name, state);
      if (spec && !taken.has(name))
        (state.listed ? registry.#canaries : registry.#removed).set(name, new RealCanary(spec, state, now));
    }
    return registry;
  }

  get(name: string): RealCanary | undefined {
    return this.#canaries.get(name);
  }

  /** The current canaries. */
  all(): RealCanary[] {
    return [...this.#canaries.values()];
  }

  /** The current and the removed canaries. */
  allWithRemoved(): RealCanary[] {
    return [...this.all(), ...this.#removed.values()];
  }

  /** Saves a canary's configuration and state, and plans its runs from `now` on. */
  async save(spec: CanarySpec, state: SavedCanary, now: number): Promise<void> {
    await this.saved.save(spec.name, state);
    this.#canaries.set(spec.name, new RealCanary(spec, state, now));
    this.#removed.delete(spec.name);
  }

  /** Replaces the canaries of the file. A canary that comes back continues with its earlier state. */
  async replace(canaries: readonly FileCanary[], now: number): Promise<void> {
    const names = new Set([DASHBOARD_CANARY, ...canaries.map(({ spec }) => spec.name)]);
    for (const { spec, entry } of canaries) {
      const known = this.#canaries.get(spec.name) ?? this.#removed.get(spec.name);
      const isSame = JSON.stringify(known?.state.entry) === JSON.stringify(entry);
      if (isSame && known?.state.listed) continue;
      const state = known ? { ...known.state, entry, listed: true, modified: now } : newCanary(entry, now);
      await this.save(spec, state, now);
    }
    for (const { spec, state } of this.all()) {
      if (names.has(spec.name)) continue;
      const unlisted = { ...state, listed: false };
      await this.saved.save(spec.name, unlisted);
      this.#removed.set(spec.name, new RealCanary(spec, unlisted, now));
      this.#canaries.delete(spec.name);
    }
  }

  /** Deletes the state of a removed canary. */
  async deleteRemoved(name: string): Promise<void> {
    if (this.#removed.delete(name)) await this.saved.delete(name);
  }
}

/** A new canary runs at once, without StartCanary [?]. */
export const newCanary = (entry: unknown, now: number): SavedCanary => ({
  entry,
  listed: true,
  created: now,
  modified: now,
  running: true,
  lastStarted: now,
});

/** The configuration of a saved canary; undefined for an entry that this release can't read. */
function specOf(name: string, { entry }: SavedCanary): CanarySpec | undefined {
  if (name === DASHBOARD_CANARY) return dashboardCanary(undefined);
  try {
    return parseCanaryEntry(entry, '');
  } catch {
    return undefined;
  }
}
