import { Table, UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import { attemptOutcome } from '@/lib/canary/attempts';
import { durationText } from '@/lib/canary/durations';
import { runStateLabel, variantLabel } from '@/lib/canary/labels';
import { reasonLine } from '@/lib/canary/reason/plain-reason';
import type { CanaryRun } from '@/lib/canary/run';
import { formatClock, formatInstant } from '@/lib/time/format';
import shared from './canary.module.css';
import { useRunLimits } from './run-limits';
import classes from './run-table.module.css';
import { StateMark } from './state-mark';

type RunRowProps = {
  run: CanaryRun;
  /** Of a retry, if it is listed. */
  first: CanaryRun | undefined;
  zone: string;
  now: number;
  startedText: (at: number) => string;
  isSelected: boolean;
  onSelect: (run: CanaryRun) => void;
};

/** An attempt in the run list; a retry is indented. Narrow screens show some columns in a second line. */
export function RunRow({ run, first, zone, now, startedText, isSelected, onSelect }: RunRowProps) {
  const limits = useRunLimits();
  const reason = reasonLine(run.stateReason);
  const attempt = variantLabel(run, first && formatClock(first.started, zone, 'second'));
  const button = useRef<HTMLButtonElement>(null);
  const row = {
    'aria-current': isSelected ? ('true' as const) : undefined,
    onClick: () => {
      // So that it gets the focus again when the run is closed.
      button.current?.focus({ preventScroll: true });
      onSelect(run);
    },
  };
  return (
    <>
      <Table.Tr {...row} className={`${classes.row} ${classes.first}`}>
        <Table.Td className={run.retryAttempt ? classes.retry : undefined}>
          <UnstyledButton
            ref={button}
            className={classes.rowButton}
            title={formatInstant(run.started, zone, 'second')}
            onClick={(event) => {
              event.stopPropagation();
              onSelect(run);
            }}
          >
            {startedText(run.started)}
          </UnstyledButton>
        </Table.Td>
        <Table.Td>
          <StateMark outcome={attemptOutcome(run)} label={runStateLabel(run)} />
        </Table.Td>
        <Table.Td className={shared.number}>{durationText(run, now, limits)}</Table.Td>
        <Table.Td className={`${shared.wide} ${classes.variant}`} title={attempt}>
          {attempt}
        </Table.Td>
        <Table.Td className={`${shared.wide} ${classes.reason}`} title={reason}>
          <bdi>{reason}</bdi>
        </Table.Td>
      </Table.Tr>
      <Table.Tr {...row} className={`${classes.row} ${classes.second}`}>
        <Table.Td colSpan={3} title={reason}>
          <div className={`${classes.secondLine} ${run.retryAttempt ? classes.indented : ''}`}>
            {[attempt, reason].filter(Boolean).join(' · ')}
          </div>
        </Table.Td>
      </Table.Tr>
    </>
  );
}
