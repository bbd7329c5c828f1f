import type { RunType } from '@/lib/canary/run';

/** Which runs of a canary: the scheduled ones, all dry runs, or those of one dry run. */
export type RunsKind = { runType: RunType; dryRunId?: string | undefined };
