import { HOUR, SECOND } from './duration';
import { parseInstant } from './instant';
import type { RangeText, Span } from './range';

/** Whether the address of a shared link's page has a range that ended when it was shared, as one up to now does. */
export function wasUpToNow(search: { get(key: string): string | null }): boolean {
  const [to, asof] = [parseInstant(search.get('to') ?? ''), parseInstant(search.get('asof') ?? '')];
  return to !== undefined && asof !== undefined && to >= asof;
}

/** A range of the same length up to now: `now-3h`, `now-2h-90s`. */
export function lengthUpToNow({ from, to }: Span): RangeText {
  const hours = Math.floor((to - from) / HOUR);
  const seconds = Math.round((to - from - hours * HOUR) / SECOND);
  const steps = [...(hours > 0 ? [`-${hours}h`] : []), ...(seconds > 0 ? [`-${seconds}s`] : [])];
  return { from: `now${steps.join('')}`, to: 'now' };
}
