import type { HealthOptions } from '@/lib/canary/health/canary-health';
import { type HealthByName, healthAfter } from '@/lib/canary/stream/health-so-far';
import { SECOND } from '@/lib/time/duration';
import { healthEvents } from './health-events';

/** After this time the browser has requested it by itself, or never will. */
const MAX_READ_MS = 5 * SECOND;

/**
 * The health of canaries over a span, for a page that is sent with it. Rejects when their runs take more than five seconds: the
 * browser's own request finds those that were read by then.
 */
export async function readHealth(names: readonly string[], options: HealthOptions): Promise<HealthByName> {
  const signal = AbortSignal.timeout(MAX_READ_MS);
  let byName: HealthByName = {};
  for await (const event of healthEvents(names, options, signal)) byName = healthAfter(byName, event);
  signal.throwIfAborted();
  return byName;
}
