import { SIMULTANEOUS_MS } from '../attempts';
import { variantKey } from '../health/variants';
import { outcomeOf, type PlotRuns } from './plot-runs';

/** Places of runs in the columns: from the first up to, but without, the end. */
type Places = { first: number; end: number };

/** The places of the runs that started together with the one at a place, such as those of several locations. */
export function placesTogether({ started }: PlotRuns, at: number): Places {
  const start = started[at] ?? 0;
  let first = at;
  while (first > 0 && start - (started[first - 1] ?? 0) < SIMULTANEOUS_MS) first -= 1;
  let end = at + 1;
  while (end < started.length && (started[end] ?? 0) - (started[first] ?? 0) < SIMULTANEOUS_MS) end += 1;
  return { first, end };
}

/**
 * How many of several runs have the worst of their outcomes: `1 of 3 locations failed`, `All 12 runs passed`. Empty for a single one.
 */
export function barRunsText(plot: PlotRuns, { first, end }: Places): string {
  const count = end - first;
  if (count < 2) return '';
  const outcomes = plot.outcome.slice(first, end);
  const worst = Math.min(...outcomes);
  const having = outcomes.filter((outcome) => outcome === worst).length;
  const share = having === count ? `All ${count}` : `${having} of ${count}`;
  return `${share} ${runsWord(plot, { first, end })} ${WORDS[outcomeOf(worst)]}`;
}

const WORDS = { failed: 'failed', retried: 'passed after a retry', running: 'running', passed: 'passed' };

/** What runs that started together differ in; `runs` if one place has several of them. */
function runsWord({ scheduled, started }: PlotRuns, { first, end }: Places): string {
  const runs = scheduled.slice(first, end).map(({ attempts }) => attempts[0]);
  const isTogether = (started[end - 1] ?? 0) - (started[first] ?? 0) < SIMULTANEOUS_MS;
  if (!isTogether || new Set(runs.map(variantKey)).size < runs.length) return 'runs';
  const differ = (of: readonly (string | undefined)[]) => new Set(of).size > 1;
  const parts = [
    ...(differ(runs.map(({ location }) => location)) ? ['locations'] : []),
    ...(differ(runs.map(({ browserType }) => browserType)) ? ['browsers'] : []),
  ];
  return parts.length === 1 ? parts.join() : 'browsers and locations';
}
