'use client';

import { Button, VisuallyHidden } from '@mantine/core';
import running from '@/components/panel/running-line.module.css';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import classes from './cost-progress.module.css';
import { CostStep } from './cost-step';
import type { CostsOnScreen } from './use-costs';

type CostProgressProps = Pick<
  CostsOnScreen,
  'shown' | 'isFetching' | 'isStale' | 'isCancelled' | 'retry' | 'cancel'
> & { query: CostQuery };

/** A thin bar, the current step and a way to stop it while costs are on their way. Keeps its height when idle. */
export function CostProgress(props: CostProgressProps) {
  const { query, shown, isFetching, isStale, isCancelled, retry, cancel } = props;
  return (
    <div className={classes.progress} data-progress>
      {isFetching && <div className={`${classes.bar} ${running.line}`} data-running />}
      <div className={classes.line}>
        {isFetching && (
          <div aria-hidden>
            <CostStep query={query} />
          </div>
        )}
        <VisuallyHidden role="status" unstyled={isCancelled}>
          {isFetching && <CostStep query={query} announced />}
          {isCancelled && 'Cancelled. No costs were loaded.'}
          {!isFetching && shown && !isStale && 'The costs are loaded.'}
        </VisuallyHidden>
        {/* One button for both, because another one in its place would not have its focus. */}
        {(isFetching || isCancelled) && (
          <Button size="compact-xs" variant="subtle" onClick={isFetching ? cancel : retry}>
            {isFetching ? 'Cancel' : 'Load costs'}
          </Button>
        )}
      </div>
    </div>
  );
}
