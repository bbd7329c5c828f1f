import { randomUUID } from 'node:crypto';
import type { CanaryRun } from '@/lib/canary/run';
import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Clock } from '../../clock';
import type { BrowserType } from '../canary-definition';
import type { RunTable } from '../store/run-table';
import { type Artifacts, artifactLocation } from './artifacts';
import type { CanarySpec } from './canary-spec';
import { toHar } from './har';
import { toReport } from './report';
import { type Visit, visit } from './visit';

const MAX_REASON_LENGTH = 1024;

/** The steps of one attempt. */
export type AttemptOrder = {
  canaryId: string;
  spec: CanarySpec;
  /** The scheduled time. */
  at: number;
  scheduledRunId: string;
  /** 0 for the first. */
  attempt: number;
  browserType?: BrowserType;
  dryRunId?: string;
};

export type AttemptTools = {
  clock: Clock;
  table: RunTable;
  artifacts: Artifacts;
  /** Returns a signal that aborts after `ms` milliseconds. */
  timeoutSignal(ms: number): AbortSignal;
};

export type AttemptOutcome = 'PASSED' | 'ARTIFACTS_LOST' | 'FAILED' | 'TIMED_OUT' | 'CANCELLED';

/**
 * Runs a canary once and records the run. A run that times out, or that `signal` cancels, is not recorded. FAILED means
 * that a step failed.
 */
export async function attempt(
  order: AttemptOrder,
  tools: AttemptTools,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  const { clock, table, artifacts } = tools;
  const run = await begin(order, tools);
  const discard = async () => {
    if (run.artifactLocation !== undefined) await artifacts.remove(run.artifactLocation);
    await table.delete(run.id);
  };
  try {
    const timeout = tools.timeoutSignal(order.spec.timeoutSeconds * SECOND);
    const end = AbortSignal.any([signal, timeout]);
    const visits = await runSteps(order.spec, tools, end);
    if (end.aborted) {
      await discard();
      return signal.aborted ? 'CANCELLED' : 'TIMED_OUT';
    }
    const ended = { ...run, completed: clock.now(), ...outcomeOf(visits) };
    const recorded = await withArtifacts(ended, visits, artifacts);
    await table.finish(recorded);
    return ended.state === 'PASSED' && recorded.state === 'FAILED' ? 'ARTIFACTS_LOST' : ended.state;
  } catch (error) {
    await discard().catch(() => undefined);
    throw error;
  }
}

/** Reserves the artifacts' folder and records the started run. */
async function begin(order: AttemptOrder, { clock, table, artifacts }: AttemptTools): Promise<CanaryRun> {
  const { canaryId, spec, at, attempt } = order;
  const started = clock.now();
  const location = await artifacts
    .reserve(artifactLocation({ name: spec.name, id: canaryId }), started)
    .catch(logLost(spec.name));
  const run: CanaryRun = {
    id: randomUUID(),
    name: spec.name,
    scheduledRunId: order.scheduledRunId,
    retryAttempt: attempt > 0 ? attempt : undefined,
    state: 'RUNNING',
    started,
    metricTimestamp: Math.floor(at / MINUTE) * MINUTE,
    artifactLocation: location,
    browserType: order.browserType,
    dryRunId: order.dryRunId,
  };
  try {
    await table.begin(run);
  } catch (error) {
    if (location !== undefined) await artifacts.remove(location).catch(() => undefined);
    throw error;
  }
  return run;
}

async function runSteps({ steps }: CanarySpec, tools: AttemptTools, signal: AbortSignal): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const step of steps) {
    if (signal.aborted) break;
    visits.push(await visit(step, { ...tools, signal }));
  }
  return visits;
}

type Ended = CanaryRun & { state: 'PASSED' | 'FAILED'; completed: number };

/** All steps run, even after a failed one, as none depends on another [?]. */
function outcomeOf(
  visits: readonly Visit[],
): Pick<Ended, 'state' | 'stateReason' | 'stateReasonCode' | 'testResult'> {
  const failures = visits.flatMap(({ failure }) => failure ?? []);
  if (failures.length === 0) return { state: 'PASSED', testResult: 'PASSED' };
  return {
    state: 'FAILED',
    stateReason: failures.join('; ').slice(0, MAX_REASON_LENGTH),
    stateReasonCode: 'CANARY_FAILURE',
    testResult: 'FAILED',
  };
}

/**
 * Writes the run's artifacts. When that fails a passed run becomes an EXECUTION_FAILURE; a failed run remains a
 * CANARY_FAILURE.
 */
async function withArtifacts(run: Ended, visits: readonly Visit[], artifacts: Artifacts): Promise<CanaryRun> {
  const { artifactLocation: location, ...withoutLocation } = run;
  if (location !== undefined) {
    const files = new Map([
      [`SyntheticsReport-${run.state}.json`, JSON.stringify(toReport(run, visits), undefined, 2)],
      ['results.har', JSON.stringify(toHar(visits))],
    ]);
    const isSaved = await artifacts.save(location, files).then(() => true, logLost(run.name));
    if (isSaved) return run;
    await artifacts.remove(location).catch(() => undefined);
  }
  if (run.state === 'FAILED') return withoutLocation;
  return {
    ...withoutLocation,
    state: 'FAILED',
    stateReason: 'The artifacts of the run could not be saved',
    stateReasonCode: 'EXECUTION_FAILURE',
  };
}

const logLost = (name: string) => (error: NodeJS.ErrnoException) => {
  console.error(
    `local-aws: the artifacts of a run of ${name} could not be saved: ${error.code ?? error.message}.`,
  );
  return undefined;
};
