import running from '@/components/panel/running-line.module.css';
import { isInProgress, type Progress, progressText } from '@/lib/farm/aggregation';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import classes from './aggregation-progress.module.css';

type AggregationProgressProps = {
  progress: Progress;
  resources: BuiltStatisticsRequest['resources'];
  rowsSoFar: number;
};

/** A thin bar with words while AWS adds up and pages come in. Its height stays when there is nothing to say. */
export function AggregationProgress({ progress, resources, rowsSoFar }: AggregationProgressProps) {
  return (
    <div className={classes.progress} role="status">
      {isInProgress(progress) && (
        <>
          <div className={`${classes.bar} ${running.line}`} data-running />
          {progressText(progress, resources, rowsSoFar)}
        </>
      )}
    </div>
  );
}
