import { MAX_TOP_FUNCTIONS, type TopFunction, type TopList } from '../transform/top-functions';
import { isWithinSamplingError } from './sampling-error';

export type ListedFunctions = Pick<TopList, 'functions' | 'samples' | 'isComplete'>;

/** A function whose share of the profile (0–1, by total) changed most. */
export type ChangedFunction = {
  name: string;
  before: number;
  now: number;
  /** The function is missing in a list that leaves some out, so its share there is at most the figure. */
  isAtMost: { before: boolean; now: boolean };
  /** Place of the baseline among those given. */
  baseline: number;
};

/** Of the hundreds of functions in a profile, chance moves one by more than this only in one profile of a hundred. */
const MAX_CHANCE_ERRORS = 4;

/** Least weighted change that is worth naming: a new function with one percent, or one that grew from 10 % to 13.7 %. */
const MIN_WEIGHT = 0.01;

/** Functions with nearly the weight of the first explain the change as well; the outermost of them is named. */
const NEARLY = 0.95;

/**
 * The function that explains best what changed since one of the baselines. A change of the share of total counts for as much as
 * it is of the function: Δ · |Δ| / max(before, now). So `main`, which is nearly all of a profile before and after, counts for
 * nothing, a function that is new counts for all of its total, and its callees count for their part of it.
 */
export function mostChanged(
  now: ListedFunctions,
  baselines: readonly (ListedFunctions | undefined)[],
): ChangedFunction | undefined {
  const changes = baselines.flatMap((before, baseline) =>
    before && before.samples > 0 && now.samples > 0 ? changesSince(before, now, baseline) : [],
  );
  const best = changes.reduce((most, { weight }) => Math.max(most, weight), MIN_WEIGHT);
  const [first] = changes
    .filter(({ weight }) => weight >= best * NEARLY && weight >= MIN_WEIGHT)
    .sort((a, b) => b.size - a.size || a.self - b.self || a.baseline - b.baseline || a.place - b.place);
  if (!first) return undefined;
  const { name, before, now: share, isAtMost, baseline } = first;
  return { name, before, now: share, isAtMost, baseline };
}

/** A change with what orders it; `place` is lower for callers than for what only they call. */
type Change = ChangedFunction & { weight: number; size: number; self: number; place: number };

function changesSince(before: ListedFunctions, now: ListedFunctions, baseline: number): Change[] {
  const [shareBefore, shareNow] = [sharesIn(before), sharesIn(now)];
  const names = new Set([...now.functions, ...before.functions].map(({ name }) => name));
  const samples = { baseline: before.samples, comparison: now.samples };
  return [...names].flatMap((name, place) => {
    const [from, to] = [shareBefore(name), shareNow(name)];
    const size = Math.max(from.share, to.share);
    // A share that is only known to be at most a figure changed by the difference to that figure at least.
    if ((from.isAtMost && to.share <= from.share) || (to.isAtMost && from.share <= to.share)) return [];
    if (isWithinSamplingError(from.share, to.share, 'share', samples, MAX_CHANCE_ERRORS)) return [];
    return {
      name,
      before: from.share,
      now: to.share,
      isAtMost: { before: from.isAtMost, now: to.isAtMost },
      baseline,
      weight: (to.share - from.share) ** 2 / size,
      size,
      self: (to.share >= from.share ? to : from).self,
      place,
    };
  });
}

/** Returns a function that tells the shares of a function in a profile. */
function sharesIn({ functions, samples, isComplete }: ListedFunctions) {
  const byName = new Map(functions.map((each) => [each.name, each]));
  const least: TopFunction | undefined = functions[MAX_TOP_FUNCTIONS - 1];
  return (name: string): { share: number; self: number; isAtMost: boolean } => {
    const found = byName.get(name);
    if (found) return { share: found.total / samples, self: found.self / samples, isAtMost: false };
    return isComplete
      ? { share: 0, self: 0, isAtMost: false }
      : { share: (least?.total ?? samples) / samples, self: 0, isAtMost: true };
  };
}
