import { DAY } from '@/lib/time/duration';

/** A canary without its runs. Instants are epoch milliseconds. */
export type CanaryDefinition = {
  id: string;
  name: string;
  /** `rate(5 minutes)` or `cron(…)` in UTC. */
  schedule: string;
  timeoutSeconds: number;
  /** 0–2. */
  maxRetries: number;
  successRetentionDays: number;
  failureRetentionDays: number;
  runtimeVersion: string;
  handler: string;
  tags: Record<string, string>;
  created: number;
  /** When it was last changed; `created` by default. */
  modified?: number;
  /** Names of its groups. */
  groups?: readonly string[];
  /** At every scheduled time each browser has a run. Without browsers there is one run, which names none. */
  browsers?: readonly BrowserType[];
  /** The Region that its runs report. */
  location?: string;
  /** At every scheduled time each replica has a run too, which reports this Region. */
  replicas?: readonly string[];
  executionRoleArn?: string;
  /** Bucket and prefix of its runs' artifacts, without `s3://`. */
  artifactLocation?: string;
  /** Location of the artifacts of a run by its start, for canaries whose runs are stored without it. */
  runArtifactLocation?(started: number): string;
  activity(now: number): CanaryActivity;
  /** The newest dry run that started by `now` and hasn't expired, or the requested one. */
  dryRun?(now: number, dryRunId?: string): DryRun | undefined | Promise<DryRun | undefined>;
};

export type BrowserType = 'CHROME' | 'FIREFOX';

export type CanaryActivity = { state: 'RUNNING' | 'STOPPED'; lastStarted: number; lastStopped?: number };

export type DryRun = { dryRunId: string; state: string };

type Retention = Pick<CanaryDefinition, 'successRetentionDays' | 'failureRetentionDays'>;

/** The longer of the two retentions. */
export function maxRetentionMs({ successRetentionDays, failureRetentionDays }: Retention): number {
  return Math.max(successRetentionDays, failureRetentionDays) * DAY;
}

/** Earliest starts of the passed and failed runs that haven't expired, epoch milliseconds. */
export type RetainedSince = { passedSince: number; failedSince: number };

/** The starts from which on a canary's passed and failed runs are still kept at `now`. */
export function retainedSince(
  { successRetentionDays, failureRetentionDays }: Retention,
  now: number,
): RetainedSince {
  return {
    passedSince: now - successRetentionDays * DAY,
    failedSince: now - failureRetentionDays * DAY,
  };
}
