import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { CostEvent } from '@/lib/farm/stream/cost-event';
import type { SentCosts } from '@/lib/farm/stream/sent-costs';
import { SECOND } from '@/lib/time/duration';
import { costEvents, costPlan } from './cost-events';

/** More rows would make the page itself late. The browser requests them. */
const MAX_SENT_ROWS = 2000;
/** After this time the browser has requested them by itself, or never will. */
const MAX_READ_MS = 5 * SECOND;

/**
 * Costs to send with a page. Rejects when they failed, take more than five seconds or have too many rows for a page: the browser's own
 * request tells what is wrong with them, or gets them.
 */
export async function costsToSend(query: CostQuery, maxRows = MAX_SENT_ROWS): Promise<SentCosts> {
  const signal = AbortSignal.timeout(MAX_READ_MS);
  const events: CostEvent[] = [];
  let rowCount = 0;
  for await (const event of costEvents({ query, plan: costPlan(query), fresh: false }, signal)) {
    if (event.type === 'rows') rowCount += event.chunk.count.length;
    if (rowCount > maxRows) throw new Error('There are too many rows.');
    if (event.type === 'failed') throw new Error('The costs failed.');
    if (event.type !== 'progress') events.push(event);
  }
  signal.throwIfAborted();
  return { sentCosts: { keys: query.keys, events } };
}
