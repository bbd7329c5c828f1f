import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { REAL_TIMING, type Timing } from '../../aws/timing';
import { keptLink } from '../../links/link-scope';
import { processWide } from '../../process-wide';
import { SharedWork } from '../../shared-work';
import { latelyOf } from './lately';
import type { RunsKind } from './runs-kind';
import { type Needs, SharedRuns, type Viewer } from './shared-runs';

/** Maximum memory of the runs of canaries without viewers, besides one that alone has more: MAX_RUNS with long reasons do. */
const MAX_KEPT_BYTES = 100_000_000;

/** What a canary takes without its runs, so that the number of canaries and dry runs without any is limited too. */
const BYTES_WITHOUT_RUNS = 10_000;

/** The runs of a canary with a viewer, who leaves by calling `leave`. */
export type Joined = { runs: SharedRuns; viewer: Viewer; leave(): void };

/** The runs of all canaries, as far as somebody has needed them. */
export class RunIndexes {
  readonly #shared: SharedWork<SharedRuns>;

  constructor(
    private readonly timing: Timing,
    maxKeptBytes = MAX_KEPT_BYTES,
  ) {
    this.#shared = new SharedWork({
      maxSize: maxKeptBytes,
      sizeOf: ({ index }) => BYTES_WITHOUT_RUNS + index.bytes,
    });
  }

  /** Adds a viewer of a canary's runs. */
  join(canary: Canary, kind: RunsKind, needs: Needs): Joined {
    const key = keyOf(canary, kind);
    const runs = this.#shared.get(key) ?? this.#create(key, canary, kind);
    this.#shared.activate(key, runs);
    return { runs, ...runs.join(canary, needs) };
  }

  /** Whether a canary fails or is silent by the runs that were read lately. Reads nothing. */
  lately(canary: Canary): CanaryWithLastRun['lately'] {
    const runs = this.#shared.peek(keyOf(canary, { runType: 'CANARY_RUN' }));
    return runs && latelyOf(canary, runs.index);
  }

  /** Whether the artifacts of a run that was read of a canary, scheduled or dry, are at a location as AWS wrote it. */
  hasArtifactsAt({ name, id }: Canary, location: string): boolean {
    for (const [key, { index }] of this.#shared.entries()) {
      const [canaryName, canaryId] = JSON.parse(key);
      if (canaryName === name && (canaryId ?? undefined) === id && index.known.hasArtifactsAt(location))
        return true;
    }
    return false;
  }

  /** Forgets everything, as a restart does. */
  clear(): void {
    this.#shared.clear();
  }

  #create(key: string, canary: Canary, kind: RunsKind): SharedRuns {
    const runs: SharedRuns = new SharedRuns({
      ...{ canary, kind, timing: this.timing },
      onIdle: (isGone) => this.#shared.retire(key, runs, !isGone),
    });
    return runs;
  }
}

/** A deleted canary may be made again: it has another id then. A shared link has runs of its own. */
const keyOf = ({ name, id }: Canary, { runType, dryRunId }: RunsKind) =>
  JSON.stringify([name, id, runType, dryRunId, keptLink()?.id]);

export const runIndexes = () => processWide('run indexes', () => new RunIndexes(REAL_TIMING));
