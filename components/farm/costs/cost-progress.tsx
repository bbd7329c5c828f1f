'use client';

import { Button } from '@mantine/core';
import running from '@/components/panel/running-line.module.css';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { progressText } from '@/lib/farm/stream/progress-text';
import { costProgressOptions } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';
import classes from './cost-progress.module.css';
import type { CostsOnScreen } from './use-costs';

type CostProgressProps = Pick<CostsOnScreen, 'isFetching' | 'isCancelled' | 'retry' | 'cancel'> & {
  query: CostQuery;
};

/** A thin bar, the current step and a way to stop it while costs are on their way. Keeps its height when idle. */
export function CostProgress({ query, isFetching, isCancelled, retry, cancel }: CostProgressProps) {
  return (
    <div className={classes.progress}>
      {isFetching && <div className={`${classes.bar} ${running.line}`} data-running />}
      <div className={classes.line}>
        <div role="status">
          {isFetching && <CostStep query={query} />}
          {isCancelled && 'Cancelled. No costs were loaded.'}
        </div>
        {isFetching && (
          <Button size="compact-xs" variant="subtle" onClick={cancel}>
            Cancel
          </Button>
        )}
        {isCancelled && (
          <Button size="compact-xs" variant="subtle" onClick={retry}>
            Load costs
          </Button>
        )}
      </div>
    </div>
  );
}

/** Apart, because the step changes often. */
export function CostStep({ query }: { query: CostQuery }) {
  const { data } = useQuery(costProgressOptions(query));
  return progressText(data ?? undefined, query.resources);
}
