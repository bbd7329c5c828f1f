import { ProblemError } from '@/lib/answer/problem';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import type { CostEvent, CostFailure, CostProgress } from '@/lib/farm/stream/cost-event';
import { costReader } from '@/lib/farm/stream/cost-reader';
import { askLines } from './ask-lines';
import { isoInstant } from './fetch-json';

/** Progress is shown at most this often. */
const MIN_PROGRESS_MS = 100;

type Options = {
  /** Add up again what was added up before. */
  fresh: boolean;
  signal: AbortSignal;
  onProgress(progress: CostProgress): void;
};

/** The request for the costs of a query; `fresh`: add up again what was added up before. */
export const costsRequest = (query: CostQuery, fresh: boolean) => ({
  path: `/api/farms/${encodeURIComponent(query.farmId)}/costs`,
  body: bodyOf(query, fresh),
});

/** Asks the dashboard's server for costs and collects the answer. Rejects with a ProblemError or AggregationEnded. */
export async function askCosts(query: CostQuery, { fresh, signal, onProgress }: Options): Promise<Costs> {
  const tell = atIntervals(onProgress);
  const read = costReader(query.keys);
  const { path, body } = costsRequest(query, fresh);
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  };
  return askLines(path, init, (event: CostEvent) => {
    if (event.type === 'progress') tell(event.progress);
    if (event.type === 'failed') throw errorOf(event.failure);
    return read(event);
  });
}

function bodyOf({ from, to, zone, period, keys, statistics, resources }: CostQuery, fresh: boolean) {
  return {
    ...{ startTime: isoInstant(from), endTime: isoInstant(to), zone, period, statistics, fresh },
    groupBy: keys,
    ...(resources.kind === 'queue' ? { queueIds: resources.ids } : { fleetIds: resources.ids }),
  };
}

const errorOf = (failure: CostFailure): Error =>
  failure.status === 'PROBLEM'
    ? new ProblemError(failure.problem)
    : new AggregationEnded(failure.status, failure.statusMessage);

/** Passes on the progress of reading only now and then: each page of rows has one. */
function atIntervals(onProgress: (progress: CostProgress) => void) {
  let [toldAt, toldPhase] = [Number.NEGATIVE_INFINITY, ''];
  return (progress: CostProgress) => {
    if (progress.phase === toldPhase && performance.now() - toldAt < MIN_PROGRESS_MS) return;
    toldAt = performance.now();
    toldPhase = progress.phase;
    onProgress(progress);
  };
}
