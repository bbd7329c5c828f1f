import type { DehydratedState } from '@tanstack/react-query';
import { hasDefaultChoice } from '@/components/canary/list/list-params';
import type { Answer } from '@/lib/answer/answer';
import { LIST_BINS } from '@/lib/canary/health/health-bounds';
import { firstRows } from '@/lib/canary/list/first-rows';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { canariesHealthOptions } from '@/lib/queries/canaries-health';
import { canariesOptions } from '@/lib/queries/canary';
import { prefetch } from '@/lib/server/prefetch';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import { readHealth } from '@/lib/server/synthetics/runs/read-health';
import { shownSpan } from '@/lib/time/range';
import type { CanariesSearchParams } from './search-params';

const MAX_LIST_WAIT_MS = 5000;
/** The list is useful without figures, which the browser then requests, and thereby joins their reading. */
const MAX_FIGURES_WAIT_MS = 200;

/** The list of canaries, if AWS lists them within five seconds, with the figures of its first rows, if they take at most 200 ms more. */
export async function listState(params: CanariesSearchParams, pageNow: number): Promise<DehydratedState> {
  const list = await prefetch([canariesOptions(listCanaries)], MAX_LIST_WAIT_MS);
  const answer = list.queries[0]?.state.data as Answer<CanaryWithLastRun[]> | undefined;
  if (!answer || !hasDefaultChoice(params)) return list;
  const { from, to, tz, asof } = params;
  const now = asof ?? pageNow;
  const span = shownSpan({ from, to }, now, tz);
  const names = firstRows(answer, now);
  if (!span || names.length === 0) return list;
  const figures = canariesHealthOptions(
    { names, span, now, bins: LIST_BINS },
    ({ body: { names: of, from: start, to: end, ...view } }) =>
      readHealth(of, { span: { from: start, to: end }, ...view }),
  );
  const { queries } = await prefetch([figures], MAX_FIGURES_WAIT_MS);
  return { ...list, queries: [...list.queries, ...queries] };
}
