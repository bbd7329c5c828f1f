/** A step of a canary's script, from the report among a run's artifacts. Instants are epoch milliseconds. */
export type ReportStep = {
  name: string;
  /** PASSED or FAILED, or as the report has it. */
  status: string;
  started?: number;
  completed?: number;
  reason?: string;
  httpStatus?: number;
  /** Names of files. */
  screenshots: string[];
};

/** The report of a run. `stepCount` includes the steps that are left out because there are too many. */
export type RunReport = { steps: ReportStep[]; stepCount: number };

const OUTCOMES = new Map<string, 'passed' | 'failed'>([
  ['PASSED', 'passed'],
  ['FAILED', 'failed'],
]);

/** The outcome of a step by the status in its report; undefined for one of another word. */
export const stepOutcome = (status: string): 'passed' | 'failed' | undefined => OUTCOMES.get(status);
