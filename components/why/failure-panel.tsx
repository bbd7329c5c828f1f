'use client';

import type { ReactNode } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { FailedRuns } from '@/lib/canary/failed-runs';
import { variantNames } from '@/lib/canary/health/status-text';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant, formatSpan } from '@/lib/time/format';
import type { FailedRunsState } from './use-failed-runs';
import classes from './why.module.css';

const HEIGHT = 130;

/** The failed runs of a canary in the page's range: when, how many, where and why. */
export function FailurePanel({ name, runs }: { name: string; runs: FailedRunsState }) {
  const { canary, history, failed } = runs;
  const { error, warnings, isFetching, isReading, asOf, retry } = history;
  const problem = canary.error ?? error;
  const retryAll = () => {
    if (canary.error) void canary.refetch();
    retry();
  };
  return (
    <Panel
      title="What failed"
      id="what-failed"
      asOf={asOf}
      fetching={isFetching}
      onRetry={retryAll}
      figure={failed && failed.finished > 0 ? failedText(failed) : undefined}
    >
      <Warnings
        warnings={[
          ...warnings,
          ...(failed && !failed.isKnown && !isReading
            ? ['AWS no longer keeps all runs of this time, or not all of them were read.']
            : []),
        ]}
      />
      {problem && <ProblemNotice error={problem} onRetry={retryAll} />}
      {!failed && !problem && <PanelSkeleton height={HEIGHT} label="Loading the runs" />}
      {failed && <Facts {...{ name, failed, isReading }} />}
    </Panel>
  );
}

const failedText = ({ failed, finished }: FailedRuns) =>
  failed === finished
    ? counted(failed, 'failed run')
    : `${formatNumber(failed)} of ${counted(finished, 'run')} failed`;

type FactsProps = { name: string; failed: FailedRuns; isReading: boolean };

function Facts({ name, failed, isReading }: FactsProps) {
  const { span, now, zone } = useRange();
  const { first, lastPassed, reason, variants } = failed;
  const canaryPath = `/canaries/${encodeURIComponent(name)}`;
  const where = variantNames(variants);
  const runLink = (id: string, started: number) => (
    <RangeLink href={`${canaryPath}?run=${encodeURIComponent(id)}`} inherit>
      {formatInstant(started, zone, 'second')}
    </RangeLink>
  );
  return (
    <dl className={classes.facts}>
      <Fact term="When">
        {formatSpan(span, zone)}, {formatDuration(span.to - span.from)}
        {span.to >= now && ' so far'}
      </Fact>
      <Fact term="First failed">
        {first
          ? runLink(first.id, first.started)
          : isReading
            ? 'Reading runs …'
            : 'No run failed in this time.'}
      </Fact>
      {where && <Fact term="Where">{where}</Fact>}
      {first && <Fact term="Reason">{reason ? <bdi>{reason}</bdi> : 'AWS gave none.'}</Fact>}
      <Fact term="Last passed">
        {lastPassed
          ? runLink(lastPassed.id, lastPassed.started)
          : isReading
            ? 'Reading runs …'
            : first
              ? 'None in the day before, so profiles can’t be compared with those around it.'
              : 'Only known if a run failed.'}
      </Fact>
    </dl>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);
