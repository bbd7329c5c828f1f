'use client';

import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { scheduledRuns } from '@/lib/canary/attempts';
import { failuresByHour, failuresByReason } from '@/lib/canary/health/failures';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun } from '@/lib/canary/run';
import { FailureHours } from './failure-hours';
import { FailureReasons } from './failure-reasons';
import classes from './health.module.css';

type FailuresPanelProps = { loaded: LoadedRuns; onSelect: (run: CanaryRun) => void };

/** The failed scheduled runs of the range by reason and by hour of the day. */
export function FailuresPanel({ loaded, onSelect }: FailuresPanelProps) {
  const { span, zone } = useRange();
  const { reasons, hours } = useMemo(() => {
    const scheduled = scheduledRuns(loaded.runs);
    return { reasons: failuresByReason(scheduled, span), hours: failuresByHour(scheduled, span, zone) };
  }, [loaded, span, zone]);
  const failed = reasons.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title="Failures" id="failures" figure={counted(failed, 'failed scheduled run')}>
      {failed === 0 ? (
        <EmptyNotice
          why={
            loaded.from <= span.from
              ? 'No scheduled run in this range failed.'
              : 'No scheduled run of those that are loaded failed.'
          }
        />
      ) : (
        <div className={classes.failures}>
          <FailureReasons reasons={reasons} failed={failed} onSelect={onSelect} />
          <FailureHours hours={hours} zone={zone} />
        </div>
      )}
    </Panel>
  );
}
