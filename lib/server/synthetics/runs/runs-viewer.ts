import { retentionDays } from '@/lib/canary/availability';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import { exactNow } from '../../clock';
import type { KnownRuns } from './known-runs';
import type { RunIndex } from './run-index';

/** What one viewer has already got of the runs of an index. */
export class RunsViewer {
  /** Runs sent so far. A run that is sent again in a newer state counts again. */
  sentCount = 0;
  #known: RunIndex['known'] | undefined;
  #position = 0;

  /** `sentFrom`: earlier runs are not sent, at present. */
  constructor(
    private readonly index: RunIndex,
    private readonly sentFrom: () => number,
    private readonly canary: Canary,
  ) {}

  /** Earlier runs are not sent. */
  get from(): number {
    return this.sentFrom();
  }

  /** The next runs that the viewer hasn't got in this state, at most `max`. */
  take(max: number): CanaryRun[] {
    const { known } = this.index;
    // Runs between these and what the viewer has may be unknown, so it gets all of them.
    if (known !== this.#known) [this.#known, this.#position] = [known, 0];
    const taken: CanaryRun[] = [];
    const { from } = this;
    const isRetained = retainedBy(this.canary, known);
    while (taken.length < max && this.#position < known.arrivals.length) {
      const run = known.arrivals[this.#position++];
      if (run && run.started >= from && known.isCurrent(run) && isRetained(run)) taken.push(run);
    }
    this.sentCount += taken.length;
    return taken;
  }

  /** The instant from which the viewer has all runs, once it has got all that are known. */
  get knownFrom(): number {
    return Math.max(this.index.known.from, this.from);
  }
}

/**
 * Whether a run of a canary is shown: AWS keeps it, passed and failed ones for different times, or all runs of its time are known. Dry
 * runs have no documented retention.
 */
export function retainedBy(
  canary: Canary,
  known: Pick<KnownRuns, 'completeFrom'>,
  now = exactNow(),
): (run: CanaryRun) => boolean {
  const { passed, failed } = retentionDays(canary);
  const [passedSince, failedSince] = [now - passed * DAY, now - failed * DAY];
  return ({ dryRunId, state, started }) =>
    dryRunId !== undefined ||
    started >= Math.min(known.completeFrom, state === 'PASSED' ? passedSince : failedSince);
}
