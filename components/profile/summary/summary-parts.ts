import type { Recommendation } from '@/lib/profile/range/findings';
import type { TopFunction, TopList } from '@/lib/profile/transform/top-functions';
import { isWithinSamplingError } from '@/lib/profile/view/sampling-error';
import { COMPARE_FUNCTIONS } from '../functions/function-order';

/** A function that the summary names, with its share of the profile (0–1). */
export type SummaryPart = {
  name: string;
  /** Which of the function's samples the share counts. */
  kind: 'self' | 'total';
  share: number;
  /** The share in both compared profiles, if it changed beyond the sampling error; undefined while unknown. */
  change?: { before: number; now: number };
  /** Title of the recommendation that names the function. */
  recommendation?: string;
};

type SummaryFunctions = Pick<TopList, 'functions' | 'samples' | 'isComplete'>;

/** Maximum number of functions by self, and minimum share of one that a recommendation names. */
const MAX_FUNCTIONS = 3;
const MIN_RECOMMENDED_SHARE = 0.05;

/** The functions with the most self, then the one with the most total that a recommendation is about. */
export function summaryParts(
  functions: SummaryFunctions,
  compared: { now: SummaryFunctions; before: SummaryFunctions } | undefined,
  recommendations: readonly Recommendation[],
): SummaryPart[] {
  const { samples } = functions;
  if (!(samples > 0)) return [];
  const partOf = ({ name, ...counts }: TopFunction, kind: SummaryPart['kind']): SummaryPart => {
    const share = counts[kind] / samples;
    const change = compared && changeOf(compared, name, kind);
    return { name, kind, share, ...(change && { change }) };
  };
  const top = functions.functions
    .toSorted(COMPARE_FUNCTIONS.self)
    .slice(0, MAX_FUNCTIONS)
    .filter(({ self }) => self > 0)
    .map((each) => partOf(each, 'self'));
  const recommended = mostRecommended(functions, recommendations, new Set(top.map(({ name }) => name)));
  if (!recommended) return top;
  return [...top, { ...partOf(recommended.function, 'total'), recommendation: recommended.title }];
}

/** The function's share in both profiles; undefined within the sampling error, and when one of them is unknown. */
function changeOf(
  compared: { now: SummaryFunctions; before: SummaryFunctions },
  name: string,
  kind: SummaryPart['kind'],
): SummaryPart['change'] {
  const [before, now] = [shareIn(compared.before, name, kind), shareIn(compared.now, name, kind)];
  if (before === undefined || now === undefined) return undefined;
  const samples = { baseline: compared.before.samples, comparison: compared.now.samples };
  return isWithinSamplingError(before, now, 'share', samples) ? undefined : { before, now };
}

/** The function's share of a profile; undefined when the list may have left it out. */
function shareIn(
  { functions, samples, isComplete }: SummaryFunctions,
  name: string,
  kind: SummaryPart['kind'],
) {
  if (!(samples > 0)) return undefined;
  const found = functions.find((each) => each.name === name);
  return found || isComplete ? (found?.[kind] ?? 0) / samples : undefined;
}

/** Shares of recommendations about more than one function can't be summed: one function may call another. */
function mostRecommended(
  { functions, samples }: SummaryFunctions,
  recommendations: readonly Recommendation[],
  known: ReadonlySet<string>,
): { title: string; function: TopFunction } | undefined {
  return recommendations
    .flatMap(({ name: title, matches }) => {
      const [name, ...others] = new Set(matches.map((match) => match.name));
      const found = functions.find((each) => each.name === name);
      const isNotable = found && found.total / samples >= MIN_RECOMMENDED_SHARE;
      return isNotable && others.length === 0 && !known.has(found.name) ? [{ title, function: found }] : [];
    })
    .sort((a, b) => b.function.total - a.function.total)[0];
}
