import running from '@/components/panel/running-line.module.css';
import { isInProgress, type Progress, progressText } from '@/lib/farm/aggregation';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import classes from './aggregation-progress.module.css';

type AggregationProgressProps = {
  progress: Progress;
  resources: BuiltStatisticsRequest['resources'];
  rowCount: number;
};

/** A thin bar and a sentence while AWS aggregates and pages arrive. Keeps its height when idle. */
export function AggregationProgress({ progress, resources, rowCount }: AggregationProgressProps) {
  return (
    <div className={classes.progress} role="status">
      {isInProgress(progress) && (
        <>
          <div className={`${classes.bar} ${running.line}`} data-running />
          {progressText(progress, resources, rowCount)}
        </>
      )}
    </div>
  );
}
