import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { FindingMatch } from '@/lib/profile/range/findings';
import type { TopList } from '@/lib/profile/transform/top-functions';
import { formatShare } from '../frame-text/format-samples';

/** The functions of a profile in the thread states of the graph. */
export type GraphFunctions = Pick<TopList, 'functions' | 'samples' | 'isComplete'>;

/** Maximum number of functions named for one recommendation. */
const MAX_NAMED = 3;

/**
 * The total of a recommendation's functions in the graph, as `GC 12.7 % of CPU in this graph`; '' while it is unknown. They
 * aren't summed, because one may call another.
 */
export function graphShareText(
  matches: readonly FindingMatch[],
  { functions, samples, isComplete }: GraphFunctions,
  base: string,
): string {
  if (!(samples > 0)) return '';
  const shares = [...new Set(matches.map(({ name }) => name))].flatMap((name) => {
    const found = functions.find((each) => each.name === name);
    if (!found && !isComplete) return [];
    return `${parseFrame(name).label.slice(0, 60)} ${formatShare((found?.total ?? 0) / samples)}`;
  });
  if (shares.length === 0) return '';
  const others = shares.length > MAX_NAMED ? ` and ${shares.length - MAX_NAMED} more` : '';
  return `${shares.slice(0, MAX_NAMED).join(', ')}${others}, of ${base} in this graph`;
}
