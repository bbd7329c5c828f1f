import type { Clock } from '../../clock';
import type { Database } from '../../store/database';
import type { CanaryDefinition } from '../../synthetics/canary-definition';
import { conflict } from '../../synthetics/errors';
import type { CanarySource } from '../../synthetics/store/canary-source';
import type { RunFilter } from '../../synthetics/store/run-table';
import { sampleCanaries } from './canaries';
import { Pauses } from './pauses';
import { StoredRuns } from './stored-runs';

const byName: ReadonlyMap<string, CanaryDefinition> = new Map(
  sampleCanaries.map(({ canary }) => [canary.name, canary]),
);

/** Names that no other canary may have, whether or not the sample data is served: stored runs belong to a name. */
export const sampleCanaryNames: readonly string[] = [...byName.keys()];

/** The sample canaries. Their runs are stored by day when first read. */
export class SampleCanaries implements CanarySource {
  private constructor(
    private readonly clock: Clock,
    private readonly runs: StoredRuns,
    private readonly pauses: Pauses,
  ) {}

  /** The tables of runs must exist. */
  static async open(database: Database, clock: Clock): Promise<SampleCanaries> {
    const now = clock.now();
    const runs = await StoredRuns.open(database, sampleCanaries, now);
    return new SampleCanaries(clock, runs, await Pauses.open(database, now));
  }

  list() {
    return [...byName.values()].map((canary) => this.pauses.apply(canary));
  }

  find(name: string) {
    const canary = byName.get(name);
    return canary && this.pauses.apply(canary);
  }

  start(name: string) {
    return this.pauses.start(canaryOf(name), this.clock.now());
  }

  stop(name: string) {
    return this.pauses.stop(canaryOf(name), this.clock.now());
  }

  /** [?] There is nothing to run, which is a ConflictException. */
  async startDryRun(name: string): Promise<string> {
    throw conflict(`${name} is sample data: there is nothing to run.`);
  }

  loadRuns(name: string, kind: RunFilter['kind'], firstDay: number, lastDay: number) {
    return this.runs.load(name, kind, firstDay, lastDay);
  }
}

function canaryOf(name: string): CanaryDefinition {
  const canary = byName.get(name);
  if (!canary) throw new Error(`no sample canary is named ${name}`);
  return canary;
}
