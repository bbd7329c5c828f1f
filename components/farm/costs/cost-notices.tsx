import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/counted';
import { isNotFound } from '@/lib/answer/problem';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { UnknownChoice } from '@/lib/farm/plan/unknown-choice';
import { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import { AggregationFailed } from './aggregation-failed';
import type { CostsState } from './costs-on-screen';
import { EARLIER_RESULT } from './earlier-result';
import type { NarrowerRequest } from './narrower-request';
import { UnknownChoiceNotice } from './unknown-choice-notice';

export type CostNoticesProps = {
  asked: AskedCosts;
  costs: CostsState & { retry(): void };
  /** Further warnings, in sentences, before and after those about the costs. */
  before?: readonly string[];
  after?: readonly string[];
  narrower: NarrowerRequest;
  /** A choice that AWS doesn't find, if it is one. */
  unknown?: { choice: UnknownChoice; onRemove(): void } | undefined;
};

/** What is missing or not as requested in the costs on screen, and why there are none. */
export function CostNotices({ asked, costs, before = [], after = [], narrower, unknown }: CostNoticesProps) {
  const { error, retry } = costs;
  const missing = isNotFound(error) ? unknown : undefined;
  return (
    <>
      <Warnings warnings={[...before, ...asked.notes, ...warningsOf(costs), ...after]} />
      {error instanceof AggregationEnded && (
        <AggregationFailed {...{ error, asked }} {...narrower} onRetry={retry} />
      )}
      {missing && <UnknownChoiceNotice unknown={missing.choice} onRemove={missing.onRemove} />}
      {error && !missing && !(error instanceof AggregationEnded) && (
        <ProblemNotice error={error} onRetry={retry} />
      )}
    </>
  );
}

function warningsOf({ shown, isStale }: CostsState): string[] {
  if (!shown) return [];
  const { notes, isCut, rowCount } = shown.costs;
  return [
    ...notes,
    ...(isStale ? [EARLIER_RESULT] : []),
    ...(isCut
      ? [
          `There are more than ${counted(rowCount, 'row')}, and only these were read. Figures and charts leave out the rest. Use a shorter range, a longer period, or fewer groups.`,
        ]
      : []),
  ];
}
