import { HOUR } from '@/lib/time/duration';
import type { Continued, RunHistory } from './collect-runs';

/**
 * How long before the newest run others may still change or appear: three attempts of the longest timeout that AWS allows, and
 * some time to start them.
 */
const MAX_CHANGE_MS = HOUR;

/** What an answer can continue, if all runs of a range are known. `from` is its start, epoch milliseconds. */
export function continuedFrom(history: RunHistory | undefined, from: number): Continued | undefined {
  const [newest] = history?.loaded.runs ?? [];
  if (!history || !newest || !isAnswered(history, from)) return undefined;
  return { history, after: newest.started - MAX_CHANGE_MS };
}

/** Whether a range was read back to its start, or as far as it can be. */
export const isAnswered = ({ loaded, answeredFrom }: RunHistory, from: number): boolean =>
  answeredFrom !== undefined && (loaded.from <= from || answeredFrom <= from);
