/** CloudWatch Synthetics canaries and their runs in the domain's terms. Instants are epoch milliseconds. */
export type RunState = 'RUNNING' | 'PASSED' | 'FAILED';
export type RunType = 'CANARY_RUN' | 'DRY_RUN';

export type CanaryRun = {
  id: string;
  /** Shared by a run and its retries. */
  scheduledRunId?: string;
  /** 1–2 for a retry; the first attempt has none. */
  retryAttempt?: number;
  name: string;
  state: RunState;
  stateReason?: string;
  /** CANARY_FAILURE: the script failed. EXECUTION_FAILURE: its artifacts could not be saved. */
  stateReasonCode?: string;
  /** The script's own result, PASSED, FAILED or UNKNOWN. */
  testResult?: string;
  started: number;
  /** Absent while running. */
  completed?: number;
  metricTimestamp?: number;
  artifactLocation?: string;
  dryRunId?: string;
  browserType?: string;
  location?: string;
};

export type RunsPage = { runs: CanaryRun[]; nextToken?: string };

/** One page of GetCanaryRuns, newest first. */
export type RunsRequest = {
  name: string;
  runType?: RunType;
  dryRunId?: string;
  /** 1–100. */
  maxResults?: number;
  nextToken?: string;
};

export type Canary = {
  id?: string;
  name: string;
  /** RUNNING, STOPPED, ERROR … as AWS names them. */
  state: string;
  stateReason?: string;
  /** `rate(5 minutes)` or `cron(…)`. */
  schedule?: string;
  maxRetries?: number;
  timeoutSeconds?: number;
  successRetentionDays?: number;
  failureRetentionDays?: number;
  runtimeVersion?: string;
  tags: Record<string, string>;
  created?: number;
  modified?: number;
  lastStarted?: number;
  lastStopped?: number;
  dryRunId?: string;
  /** CHROME, FIREFOX; absent if AWS names none. */
  browserTypes?: string[];
  locations?: CanaryLocations;
  /**
   * Of a canary as it runs in a chosen browser and location: `no` if its configuration leaves them out, `unknown` if AWS names none
   * of that kind.
   */
  configured?: 'no' | 'unknown';
};

/** The Regions in which a canary runs, each by itself. */
export type CanaryLocations = {
  primary: string;
  /** InProgress, InSync, Inconsistent … as AWS names them. */
  replicationState?: string;
  replicas: CanaryReplica[];
};

export type CanaryReplica = {
  location: string;
  replicationState?: string;
  replicationReason?: string;
  /** RUNNING, STOPPED … as AWS names them. */
  state?: string;
  modified?: number;
};

/** A canary with its newest run. */
export type CanaryWithLastRun = Canary & {
  lastRun?: CanaryRun;
  /** If one of its browsers and locations failed or was silent when its runs were read last. The last run is of one of them. */
  lately?: { state: 'failing' | 'silent'; asOf: number };
};
