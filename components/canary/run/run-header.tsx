import { ActionIcon, CloseButton, Group, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/answer/format-number';
import { attemptOutcome } from '@/lib/canary/attempts';
import { runStateLabel } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import shared from '../canary.module.css';
import { StateMark } from '../state-mark';
import classes from './run-details.module.css';
import { runStep } from './run-step';

type RunHeaderProps = {
  run: CanaryRun;
  /** The runs of the filter, oldest first. */
  runs: readonly CanaryRun[];
  /** The instant of the run, in words. */
  started: string;
  onSelect: (run: CanaryRun) => void;
  onClose: () => void;
};

/** The state of the open run, its place in the run list, and steps to its neighbours there. */
export function RunHeader({ run, runs, started, onSelect, onClose }: RunHeaderProps) {
  const at = runs.findIndex(({ id }) => id === run.id);
  return (
    <div className={classes.header}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} className={classes.title}>
          <StateMark outcome={attemptOutcome(run)} label={runStateLabel(run)} />
        </Title>
        <Group gap={4} wrap="nowrap">
          <Step label="Previous run" to={runStep(runs, run, 'ArrowLeft')} onSelect={onSelect}>
            <IconChevronLeft size={16} />
          </Step>
          <Step label="Next run" to={runStep(runs, run, 'ArrowRight')} onSelect={onSelect}>
            <IconChevronRight size={16} />
          </Step>
          <CloseButton aria-label="Close the run" onClick={onClose} />
        </Group>
      </Group>
      <div className={`${shared.muted} ${classes.place}`}>
        {started} ·{' '}
        {at === -1
          ? 'outside of the filter'
          : `${formatNumber(runs.length - at)} of ${formatNumber(runs.length)}, newest first`}
      </div>
    </div>
  );
}

type StepProps = {
  label: string;
  to: CanaryRun | undefined;
  onSelect: (run: CanaryRun) => void;
  children: ReactNode;
};

function Step({ label, to, onSelect, children }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      aria-label={label}
      disabled={!to}
      onClick={() => {
        if (to) onSelect(to);
      }}
    >
      {children}
    </ActionIcon>
  );
}
