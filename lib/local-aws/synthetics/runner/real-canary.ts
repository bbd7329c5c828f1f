import { type CanaryDefinition, type RetainedSince, retainedSince } from '../canary-definition';
import { stableId } from '../stable-id';
import { artifactLocation } from './artifacts';
import type { CanarySpec } from './canary-spec';
import type { DryRuns } from './dry-runs';
import type { SavedCanary } from './saved-canaries';
import { type NextTime, nextTimeOf } from './schedule';

/** A run may start this much after its scheduled time, such as on a busy machine; later it is skipped. */
const MAX_DELAY_MS = 60_000;

/** A canary that really runs: its configuration, its state, and when it is due. */
export class RealCanary {
  /** A function of the name, so that a canary that comes back to the file has the same id. */
  readonly id: string;
  #due: number | undefined;
  #definition: CanaryDefinition | undefined;

  constructor(
    readonly spec: CanarySpec,
    readonly state: SavedCanary,
    now: number,
  ) {
    this.id = stableId('canary', spec.name);
    this.plan(now);
  }

  /** Whether it runs on its schedule. The dashboard's canary has no steps to run while there is no dashboard. */
  get isRunning(): boolean {
    return this.state.running && this.spec.steps.length > 0;
  }

  /** Whether its schedule has no further runs, such as after the run of a canary that runs once. */
  get isFinished(): boolean {
    return this.isRunning && this.#due === undefined;
  }

  /** Plans the next run from `now` on, without the runs that were due before. */
  plan(now: number): void {
    this.#due = this.isRunning ? this.#next(now) : undefined;
  }

  /** Returns the scheduled time of the run to start now, if any, and plans the next run. */
  takeDue(now: number): number | undefined {
    const due = this.#due;
    if (due === undefined || due > now) return undefined;
    const scheduled = this.#next(Math.max(due, now - MAX_DELAY_MS + 1));
    this.#due = this.#next(now + 1);
    return scheduled !== undefined && scheduled <= now ? scheduled : undefined;
  }

  retainedSince(now: number): RetainedSince {
    return retainedSince(this.spec, now);
  }

  /** Created once: each page of a list needs the definitions of all canaries, and this one's configuration and state don't change. */
  definition(dryRuns: DryRuns): CanaryDefinition {
    this.#definition ??= this.#define(dryRuns);
    return this.#definition;
  }

  #define(dryRuns: DryRuns): CanaryDefinition {
    const { spec, state, id, isRunning } = this;
    const { steps: _, ...rest } = spec;
    return {
      ...rest,
      id,
      runtimeVersion: 'local-aws-fetch-1.0',
      handler: 'canaries.handler',
      tags: {},
      created: state.created,
      modified: state.modified,
      artifactLocation: artifactLocation({ name: spec.name, id }),
      activity: () => ({
        state: isRunning ? 'RUNNING' : 'STOPPED',
        lastStarted: state.lastStarted,
        lastStopped: state.lastStopped,
      }),
      dryRun: (now, dryRunId) => dryRuns.find(spec.name, this.retainedSince(now), dryRunId),
    };
  }

  get #next(): NextTime {
    return nextTimeOf(this.spec.schedule, this.state.lastStarted);
  }
}
