'use client';

import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { scheduledRuns } from '@/lib/canary/attempts';
import { countedRuns } from '@/lib/canary/availability';
import { failuresByHour, failuresByReason } from '@/lib/canary/health/failures';
import { knownFrom } from '@/lib/canary/known';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { FailureHours } from './failure-hours';
import { FailureReasons } from './failure-reasons';
import classes from './failures.module.css';

type FailuresPanelProps = {
  /** Absent for dry runs, which have no documented retention. */
  canary: Canary | undefined;
  /** Without the runs of maintenance windows. */
  measured: LoadedRuns;
  onSelect: (run: CanaryRun) => void;
};

/** The failed scheduled runs of the range by reason and by hour of the day: those that the availability counts. */
export function FailuresPanel({ canary, measured, onSelect }: FailuresPanelProps) {
  const { span, zone, now } = useRange();
  const { known, reasons, hours } = useMemo(() => {
    const known = knownFrom(measured, canary, now);
    const finished = countedRuns(scheduledRuns(measured.runs), span, known);
    return { known, reasons: failuresByReason(finished), hours: failuresByHour(finished, zone) };
  }, [canary, measured, span, zone, now]);
  const failed = reasons.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title="Failures" id="failures" figure={counted(failed, 'failed scheduled run')}>
      {failed === 0 ? (
        <EmptyNotice
          why={
            known <= span.from
              ? 'No scheduled run in this range failed.'
              : 'No scheduled run of those that are loaded and counted failed.'
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
