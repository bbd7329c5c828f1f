import type { CanaryRun } from '@/lib/canary/run';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { stableIds } from '../../synthetics/stable-id';
import { Random } from '../random';
import type { Episode } from './episodes';
import type { SampleCanary } from './sample-canary';

/** One time at which a canary is scheduled to run. */
export type ScheduledTime = {
  /** Epoch milliseconds. */
  at: number;
  browserType?: string;
  /** The Region of a canary that runs in several. */
  replica?: string;
  dryRunId?: string;
};

/**
 * The run of a scheduled time and its retries, up to one that times out, which is not recorded. A failed script is
 * retried; lost artifacts are not.
 */
export function attemptsOf(
  sample: SampleCanary,
  scheduled: ScheduledTime,
  episodes: readonly Episode[],
): CanaryRun[] {
  const { canary } = sample;
  const { at, browserType = '', dryRunId = '', replica } = scheduled;
  const location = replica ?? canary.location;
  const current = episodes.filter((episode) => (episode.location ?? location) === location);
  if (current.some(({ kind, from, to }) => kind === 'silence' && from <= at && at < to)) return [];
  const keys = [canary.name, at, browserType, dryRunId, ...(replica ? [replica] : [])];
  const random = new Random('canary-run', ...keys);
  const [scheduledRunId, ...ids] = stableIds('run', ...keys);
  const runs: CanaryRun[] = [];
  let started = at + 200 + random.below(900);
  for (const [attempt, id] of ids.slice(0, canary.maxRetries + 1).entries()) {
    const outcome = outcomeAt(sample, started, attempt, current, random);
    const durationMs = durationAt(sample, started, random);
    if (outcome === 'timed out' || durationMs >= canary.timeoutSeconds * 1000) return runs;
    const completed = started + durationMs;
    runs.push({
      id,
      name: canary.name,
      scheduledRunId,
      retryAttempt: attempt > 0 ? attempt : undefined,
      started,
      completed,
      metricTimestamp: Math.floor(scheduled.at / MINUTE) * MINUTE,
      dryRunId: scheduled.dryRunId,
      browserType: scheduled.browserType,
      location,
      ...outcome,
    });
    if (outcome.testResult === 'PASSED') return runs;
    started = completed + 800 + random.below(1500);
  }
  return runs;
}

/** Maximum time from a scheduled time to the start of its last retry, milliseconds. */
export function maxRetryDelayMs({ canary }: SampleCanary): number {
  return canary.maxRetries * (canary.timeoutSeconds * 1000 + 2300) + 1100;
}

type Outcome = Pick<CanaryRun, 'state' | 'stateReason' | 'stateReasonCode' | 'testResult'>;

function outcomeAt(
  sample: SampleCanary,
  instant: number,
  attempt: number,
  episodes: readonly Episode[],
  random: Random,
): Outcome | 'timed out' {
  const current = episodes.filter(({ from, to }) => from <= instant && instant < to);
  const episode = current.find(({ kind }) => kind === 'outage') ?? current[0];
  if (random.chance(episode?.timeoutShare ?? 0.0008)) return 'timed out';
  if (random.chance(failureChance(episode, attempt))) {
    const stateReason = episode && !random.chance(0.1) ? episode.reason : random.pick(sample.reasons);
    return { state: 'FAILED', stateReason, stateReasonCode: 'CANARY_FAILURE', testResult: 'FAILED' };
  }
  if (random.chance(sample.lostArtifacts)) {
    const stateReason = 'The artifacts of the run could not be saved: the upload was cut off';
    return { state: 'FAILED', stateReason, stateReasonCode: 'EXECUTION_FAILURE', testResult: 'PASSED' };
  }
  return { state: 'PASSED', stateReason: random.chance(0.3) ? '' : undefined, testResult: 'PASSED' };
}

function failureChance(episode: Episode | undefined, attempt: number): number {
  if (episode?.kind === 'outage') return 1;
  if (episode?.kind === 'flaky') return attempt === 0 ? 0.2 : 0.3;
  return attempt === 0 ? 0.005 : 0.15;
}

/** Longest around 15:00 UTC, a little shorter at weekends, and sometimes several times as long as usual. */
function durationAt({ typicalMs }: SampleCanary, instant: number, random: Random): number {
  const hour = (instant % DAY) / HOUR;
  const busy = (1 - Math.cos((2 * Math.PI * (hour - 3)) / 24)) / 2;
  const weekday = new Date(instant).getUTCDay();
  const weekFactor = weekday === 0 || weekday === 6 ? 0.85 : 1;
  const tail = random.chance(0.03) ? (1 - random.next()) ** (-1 / 1.5) : 1;
  return Math.round(typicalMs * (1 + 0.35 * busy) * weekFactor * Math.exp(0.18 * random.normal()) * tail);
}
