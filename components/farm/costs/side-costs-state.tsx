import { VisuallyHidden } from '@mantine/core';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import { AggregationFailed } from './aggregation-failed';
import { CostStep } from './cost-step';
import type { Asking } from './last-answer';
import type { NarrowerRequest } from './narrower-request';
import type { LastSideCosts } from './use-last-side-costs';
import { WaitingPanel } from './waiting-panel';

const WAITS_FOR = {
  viewer: 'Loads when you scroll to it.',
  'main costs': 'Waits for the costs above: AWS runs one aggregation of a farm at a time.',
};

type SideCostsStateProps = {
  asked: Asking;
  side: LastSideCosts;
  /** Height of the content, pixels. */
  height: number;
  /** For screen readers: `Forecast: waiting for AWS`. */
  label: string;
  narrower?: NarrowerRequest;
};

/** Why the costs of a panel are missing: they are on their way, at which step, or they failed. Nothing when they are there. */
export function SideCostsState({ asked, side, height, label, narrower }: SideCostsStateProps) {
  const { query } = asked;
  const { shown, error, isFetching, waitsFor, retry } = side;
  if (error instanceof AggregationEnded)
    return <AggregationFailed {...{ error, asked }} {...narrower} onRetry={retry} />;
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  if (shown) return null;
  return (
    <WaitingPanel height={height} label={label}>
      <div aria-hidden={isFetching}>
        {isFetching ? <CostStep query={query} /> : waitsFor && WAITS_FOR[waitsFor]}
      </div>
      <VisuallyHidden role="status">{isFetching && <CostStep query={query} announced />}</VisuallyHidden>
    </WaitingPanel>
  );
}
