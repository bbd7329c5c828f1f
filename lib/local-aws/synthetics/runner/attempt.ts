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

const LONGEST_REASON = 1024;

/** What one attempt is to do. */
export type AttemptOrder = {
  /** The canary's id. */
  id: string;
  spec: CanarySpec;
  /** The instant for which it was scheduled. */
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
  /** Gives a signal that aborts after so many milliseconds. */
  timeoutSignal(ms: number): AbortSignal;
};

export type AttemptOutcome = 'PASSED' | 'ARTIFACTS_LOST' | 'FAILED' | 'TIMED_OUT' | 'CUT_OFF';

/**
 * Makes one run of a canary and keeps it. One that isn't over in time, or is cut off by `signal`, leaves nothing.
 * FAILED is what its steps came to.
 */
export async function attempt(
  order: AttemptOrder,
  tools: AttemptTools,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  const { clock, table, artifacts } = tools;
  const run = await begin(order, tools);
  const leaveNothing = async () => {
    if (run.artifactLocation !== undefined) await artifacts.remove(run.artifactLocation);
    await table.drop(run.id);
  };
  try {
    const late = tools.timeoutSignal(order.spec.timeoutSeconds * SECOND);
    const cutOff = AbortSignal.any([signal, late]);
    const visits = await visitAll(order.spec, tools, cutOff);
    if (cutOff.aborted) {
      await leaveNothing();
      return signal.aborted ? 'CUT_OFF' : 'TIMED_OUT';
    }
    const ended = { ...run, completed: clock.now(), ...outcomeOf(visits) };
    const told = await withArtifacts(ended, visits, artifacts);
    await table.finish(told);
    return ended.state === 'PASSED' && told.state === 'FAILED' ? 'ARTIFACTS_LOST' : ended.state;
  } catch (error) {
    await leaveNothing().catch(() => undefined);
    throw error;
  }
}

/** Keeps a run that has just begun, and that its artifacts' folder is its own. */
async function begin(order: AttemptOrder, { clock, table, artifacts }: AttemptTools): Promise<CanaryRun> {
  const { id, spec, at, attempt } = order;
  const started = clock.now();
  const location = await artifacts
    .reserve(artifactLocation({ name: spec.name, id }), started)
    .catch(tellLost(spec.name));
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

async function visitAll({ steps }: CanarySpec, tools: AttemptTools, signal: AbortSignal): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const step of steps) {
    if (signal.aborted) break;
    visits.push(await visit(step, { ...tools, signal }));
  }
  return visits;
}

type Ended = CanaryRun & { state: 'PASSED' | 'FAILED'; completed: number };

/** All steps are taken, also after one that failed: none builds on another [?]. */
function outcomeOf(
  visits: readonly Visit[],
): Pick<Ended, 'state' | 'stateReason' | 'stateReasonCode' | 'testResult'> {
  const failures = visits.flatMap(({ failure }) => failure ?? []);
  if (failures.length === 0) return { state: 'PASSED', testResult: 'PASSED' };
  return {
    state: 'FAILED',
    stateReason: failures.join('; ').slice(0, LONGEST_REASON),
    stateReasonCode: 'CANARY_FAILURE',
    testResult: 'FAILED',
  };
}

/**
 * Writes the run's artifacts. A run that passed but whose artifacts can't be kept is an EXECUTION_FAILURE; with a failed
 * step too it stays the CANARY_FAILURE that it is.
 */
async function withArtifacts(run: Ended, visits: readonly Visit[], artifacts: Artifacts): Promise<CanaryRun> {
  const { artifactLocation: location, ...bare } = run;
  if (location !== undefined) {
    const files = new Map([
      [`SyntheticsReport-${run.state}.json`, JSON.stringify(toReport(run, visits), undefined, 2)],
      ['results.har', JSON.stringify(toHar(visits))],
    ]);
    const saved = await artifacts.save(location, files).then(() => true, tellLost(run.name));
    if (saved) return run;
    await artifacts.remove(location).catch(() => undefined);
  }
  if (run.state === 'FAILED') return bare;
  return {
    ...bare,
    state: 'FAILED',
    stateReason: 'The artifacts of the run could not be saved',
    stateReasonCode: 'EXECUTION_FAILURE',
  };
}

const tellLost = (name: string) => (error: NodeJS.ErrnoException) => {
  console.error(
    `local-aws: the artifacts of a run of ${name} could not be saved: ${error.code ?? error.message}.`,
  );
  return undefined;
};
