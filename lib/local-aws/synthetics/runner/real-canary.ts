import { DAY } from '@/lib/time/duration';
import type { CanaryDefinition } from '../canary-definition';
import { stableId } from '../stable-id';
import { artifactLocation } from './artifacts';
import type { CanarySpec } from './canary-spec';
import type { DryRuns } from './dry-runs';
import type { Life } from './saved-canaries';
import { type NextFire, nextFireOf } from './schedule';

/** A run is made for a scheduled time up to so much later, as when the machine was busy; after that it is missed. */
const LATEST_MS = 60_000;

/** A canary that really runs: what it is made of, what became of it, and when it is due. */
export class RealCanary {
  /** A function of the name, so that a canary which comes back to the file has its own. */
  readonly id: string;
  #due: number | undefined;

  constructor(
    readonly spec: CanarySpec,
    readonly life: Life,
    now: number,
  ) {
    this.id = stableId('canary', spec.name);
    this.plan(now);
  }

  /** Whether it runs on its schedule. Without steps there is nothing to run: the dashboard isn't there. */
  get isRunning(): boolean {
    return this.life.running && this.spec.steps.length > 0;
  }

  /** Whether its schedule has come to its end, as that of a canary which runs once. */
  get isOver(): boolean {
    return this.isRunning && this.#due === undefined;
  }

  /** Forgets what is due, and plans from `now` on. */
  plan(now: number): void {
    this.#due = this.isRunning ? this.#next(now) : undefined;
  }

  /** The scheduled time of the run that is to be made now, if any; the next one is planned then. */
  takeDue(now: number): number | undefined {
    const due = this.#due;
    if (due === undefined || due > now) return undefined;
    const at = this.#next(Math.max(due, now - LATEST_MS + 1));
    this.#due = this.#next(now + 1);
    return at !== undefined && at <= now ? at : undefined;
  }

  since(now: number): { passedSince: number; failedSince: number } {
    return sinceOf(this.spec, now);
  }

  definition(dryRuns: DryRuns): CanaryDefinition {
    const { spec, life, id, isRunning } = this;
    const { steps: _, ...told } = spec;
    return {
      ...told,
      id,
      runtimeVersion: 'local-aws-fetch-1.0',
      handler: 'canaries.handler',
      tags: {},
      created: life.created,
      modified: life.modified,
      artifactLocation: artifactLocation({ name: spec.name, id }),
      activity: () => ({
        state: isRunning ? 'RUNNING' : 'STOPPED',
        lastStarted: life.lastStarted,
        lastStopped: life.lastStopped,
      }),
      dryRun: (now, dryRunId) => dryRuns.find(spec.name, sinceOf(spec, now), dryRunId),
    };
  }

  get #next(): NextFire {
    return nextFireOf(this.spec.schedule, this.life.lastStarted);
  }
}

/** Since when passed and failed runs are kept. */
function sinceOf(
  spec: Pick<CanarySpec, 'successRetentionDays' | 'failureRetentionDays'>,
  now: number,
): { passedSince: number; failedSince: number } {
  return {
    passedSince: now - spec.successRetentionDays * DAY,
    failedSince: now - spec.failureRetentionDays * DAY,
  };
}
