'use client';

import { UnstyledButton } from '@mantine/core';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useZone } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { type ReportStep, stepOutcome } from '@/lib/canary/artifacts/report';
import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { plainReason } from '@/lib/canary/reason/plain-reason';
import { reportOptions } from '@/lib/queries/artifacts';
import { useQuery } from '@/lib/queries/use-query';
import { formatDuration } from '@/lib/time/duration';
import { formatClock } from '@/lib/time/format';
import shared from '../canary.module.css';
import { StateMark } from '../state-mark';
import { ArtifactPicture } from './artifact-picture';
import { ArtifactProblem } from './artifact-problem';
import classes from './artifacts.module.css';

type ReportStepsProps = {
  place: ArtifactFileRequest;
  onFile: (file: string) => void;
};

/** The steps of the script in the order of the report, with their screenshots. */
export function ReportSteps({ place, onFile }: ReportStepsProps) {
  const { data, error, refetch } = useQuery(reportOptions(place));
  if (error) return <ArtifactProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton height={48} label="Loading steps" />;
  const { steps, stepCount } = data.data;
  if (stepCount === 0) return null;
  return (
    <>
      <ol className={classes.steps} aria-label="Steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a report never change, and may have equal names
          <li key={at}>
            <StepLine step={step} number={at + 1} />
            {step.reason && (
              <div dir="auto" className={classes.stepReason}>
                {plainReason(step.reason).text}
              </div>
            )}
            <div className={classes.shots}>
              {step.screenshots.map((file) => (
                <UnstyledButton key={file} onClick={() => onFile(file)} aria-label={`Open ${file}`}>
                  <ArtifactPicture place={{ ...place, file }} alt={file} className={classes.shot} />
                </UnstyledButton>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {steps.length < stepCount && (
        <p className={shared.muted}>
          {steps.length} of {counted(stepCount, 'step')} can be shown.
        </p>
      )}
    </>
  );
}

function StepLine({ step, number }: { step: ReportStep; number: number }) {
  const zone = useZone();
  const { status, started, completed, httpStatus } = step;
  const outcome = stepOutcome(status);
  const times = [
    httpStatus && `HTTP ${httpStatus}`,
    started !== undefined && formatClock(started, zone, 'second'),
    started !== undefined &&
      completed !== undefined &&
      completed >= started &&
      formatDuration(completed - started),
  ];
  return (
    <div className={classes.step}>
      <span className={classes.stepName}>{step.name || `Step ${number}`}</span>
      <StateMark outcome={outcome} label={outcome ? undefined : status} />
      <span className={classes.end}>{times.filter(Boolean).join(' · ')}</span>
    </div>
  );
}
