'use client';

import { Button, Text } from '@mantine/core';
import { focusRegionThen } from '@/components/panel/focus-region';
import { ProblemError } from '@/lib/answer/problem';
import { partlyKnownNotes } from '@/lib/profile/range/anomalies';
import { MAX_SAMPLED } from '@/lib/profile/range/samples';
import type { Span } from '@/lib/time/range';
import { formatCount } from '../frame-text/format-samples';
import classes from './samples-note.module.css';
import type { Anomalies } from './use-anomalies';
import type { Samples } from './use-samples';

type SamplesNoteProps = {
  samples: Samples;
  anomalies: Anomalies;
  /** Time of the chart. */
  shown: Span;
  now: number;
  zone: string;
};

/** Tells what is missing from the chart: profiles that failed or are too many, and unknown anomalies. */
export function SamplesNote({ samples, anomalies, shown, now, zone }: SamplesNoteProps) {
  const { failedCount, leftOutCount, bars } = samples;
  const sentences = [
    ...(leftOutCount > 0
      ? [`Samples are those of the newest ${MAX_SAMPLED} of ${formatCount(bars.length)} profiles.`]
      : []),
    ...(anomalies.list ? partlyKnownNotes(shown, anomalies.analysed, now, zone) : []),
    ...anomalies.warnings,
  ];
  const failures = [
    ...(failedCount > 0 && samples.error
      ? [
          {
            what: `The samples of ${failedCount} of ${bars.length} profiles could not be read.`,
            error: samples.error,
            retry: samples.retry,
          },
        ]
      : []),
    ...(anomalies.error
      ? [{ what: 'Anomalies could not be read.', error: anomalies.error, retry: anomalies.retry }]
      : []),
  ];
  return (
    <>
      {sentences.map((sentence) => (
        <Text key={sentence} size="xs" c="dimmed">
          <span aria-hidden>◆ </span>
          {sentence}
        </Text>
      ))}
      {failures.map(({ what, error, retry }) => (
        <div key={what} role="alert" className={classes.failure}>
          <span>
            <span aria-hidden>▲ </span>
            {what} {error.message}
            {error instanceof ProblemError && error.problem.requestId && (
              <> Request id {error.problem.requestId}.</>
            )}
          </span>
          <Button size="compact-xs" variant="default" flex="none" onClick={focusRegionThen(retry)}>
            Retry
          </Button>
        </div>
      ))}
    </>
  );
}
