import { DAY } from '@/lib/time/duration';

/** What the service knows of one canary beside its runs. Instants are epoch milliseconds. */
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
  /** When it was last changed; `created` unless given. */
  modified?: number;
  /** Names of the groups that it is in. */
  groups?: readonly string[];
  /** One run for each at every scheduled time; a canary without has runs that name none. */
  browsers?: readonly BrowserType[];
  /** The Region that its runs name. */
  location?: string;
  executionRoleArn?: string;
  /** Bucket and prefix of what its runs leave behind, without `s3://`. */
  artifactLocation?: string;
  activity(now: number): CanaryActivity;
  /** The newest dry run that has started by `now` and isn't forgotten, or the one that is asked for. */
  dryRun?(now: number, dryRunId?: string): DryRun | undefined | Promise<DryRun | undefined>;
};

export type BrowserType = 'CHROME' | 'FIREFOX';

export type CanaryActivity = { state: 'RUNNING' | 'STOPPED'; lastStarted: number; lastStopped?: number };

export type DryRun = { dryRunId: string; state: string };

/** Until when a run that started at `now` could be asked for, by the longer of the two retentions. */
export function longestRetentionMs(canary: CanaryDefinition): number {
  return Math.max(canary.successRetentionDays, canary.failureRetentionDays) * DAY;
}
