'use client';

import { Button, VisuallyHidden } from '@mantine/core';
import running from '@/components/panel/running-line.module.css';
import { useRange } from '@/components/range/use-range';
import { readingText } from '@/lib/canary/stream/reading-text';
import type { CanaryHistory } from '@/lib/queries/use-canary-history';
import { formatInstant } from '@/lib/time/format';
import classes from './reading-runs.module.css';

/** How far the runs of the range were read, with a way to stop. Once all are it keeps its height, so that nothing moves. */
export function ReadingRuns({ history }: { history: CanaryHistory }) {
  const { span, zone } = useRange();
  const { loaded, summary, isReading, isStopped, stop, retry } = history;
  const isPartial = loaded !== undefined && loaded.from > span.from;
  if (!isReading && !isStopped && !isPartial) return <div className={classes.reading} />;
  const rangeText = `The range starts ${formatInstant(span.from, zone)}.`;
  const loadingText = isReading ? 'Loading its runs.' : 'Its older runs are not loaded.';
  return (
    <div className={classes.reading} data-progress={summary ? undefined : true}>
      {isReading && <div className={`${classes.bar} ${running.line}`} data-running />}
      <span>
        {summary
          ? `Figures and timeline have the whole range. ${loadingText}`
          : `${loaded ? readingText(loaded, zone) : isReading ? 'Reading runs' : 'No runs were read'}. ${rangeText}`}
      </span>
      {/* Without counts, which change too often to be read aloud. */}
      <VisuallyHidden role="status">
        {isReading ? 'Reading older runs.' : isStopped ? 'Stopped reading.' : ''}
      </VisuallyHidden>
      {/* One button for both, because another one in its place would not have its focus. */}
      {(isReading || isStopped) && (
        <Button size="compact-xs" variant="default" onClick={isReading ? stop : retry}>
          {isReading ? 'Stop' : 'Read on'}
        </Button>
      )}
    </div>
  );
}
