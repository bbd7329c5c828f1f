import { VisuallyHidden } from '@mantine/core';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import { AggregationFailed } from './aggregation-failed';
import classes from './cost-progress.module.css';
import { CostStep } from './cost-step';
import type { LastSideCosts } from './use-last-side-costs';

type SideCostsStateProps = {
  query: CostQuery;
  side: LastSideCosts;
  /** Height of the content, pixels. */
  height: number;
  /** For screen readers: `Forecast: waiting for AWS`. */
  label: string;
};

/** Why the costs of a panel are missing: they are on their way, at which step, or they failed. Nothing when they are there. */
export function SideCostsState({ query, side, height, label }: SideCostsStateProps) {
  const { shown, error, isFetching, retry } = side;
  if (error instanceof AggregationEnded) return <AggregationFailed error={error} onRetry={retry} />;
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  if (shown) return null;
  return (
    <>
      <div className={classes.line}>
        <div aria-hidden={isFetching}>
          {isFetching ? <CostStep query={query} /> : 'Waits until the costs above have arrived.'}
        </div>
        <VisuallyHidden role="status">{isFetching && <CostStep query={query} announced />}</VisuallyHidden>
      </div>
      <PanelSkeleton height={height} label={label} />
    </>
  );
}
