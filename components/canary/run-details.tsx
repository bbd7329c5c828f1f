'use client';

import { ActionIcon, Button, CloseButton, CopyButton, Group, Paper, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { attemptOutcome } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import classes from './run-details.module.css';
import { runFields } from './run-fields';
import { runStep } from './run-step';
import { StateMark } from './state-mark';

type RunDetailsProps = {
  run: CanaryRun;
  /** The runs of the timeline in the order of time: where the arrow keys lead. */
  runs: readonly CanaryRun[];
  zone: string;
  now: number;
  onSelect: (run: CanaryRun) => void;
  onClose: () => void;
  /** It was opened here, not by the link: its keys work at once, and focus goes back when it closes. */
  takeFocus: boolean;
};

/** Everything AWS tells about one run, at the side; arrow keys go to the next and previous, Escape closes. */
export function RunDetails({ run, runs, zone, now, onSelect, onClose, takeFocus }: RunDetailsProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takeFocus) return;
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [takeFocus]);
  const [previous, next] = [runStep(runs, run.id, 'ArrowLeft'), runStep(runs, run.id, 'ArrowRight')];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    const to = runStep(runs, run.id, event.key);
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSelect(to);
  };
  return (
    <Paper
      ref={panel}
      component="aside"
      withBorder
      tabIndex={-1}
      aria-label={`Run of ${formatInstant(run.started, zone, 'second')}`}
      className={classes.details}
      onKeyDown={onKeyDown}
    >
      <Group justify="space-between" wrap="nowrap" className={classes.header}>
        <Title order={2} className={classes.title}>
          <StateMark outcome={attemptOutcome(run)} />
        </Title>
        <Group gap={4} wrap="nowrap">
          <Step label="Previous run" to={previous} onSelect={onSelect} icon={<IconChevronLeft size={16} />} />
          <Step label="Next run" to={next} onSelect={onSelect} icon={<IconChevronRight size={16} />} />
          <CloseButton aria-label="Close the run" onClick={onClose} />
        </Group>
      </Group>
      <dl className={classes.members}>
        {runFields(run, zone, now).map(({ name, value, explained, mono, copy }) => (
          <div key={name} className={classes.member}>
            <dt>{name}</dt>
            <dd data-mono={mono}>{value}</dd>
            {explained && <dd className={classes.explanation}>{explained}</dd>}
            {copy && (
              <dd>
                <CopyButton value={value}>
                  {({ copied, copy: copyNow }) => (
                    <Button size="compact-xs" variant="default" onClick={copyNow}>
                      {copied ? 'Copied' : 'Copy'}
                    </Button>
                  )}
                </CopyButton>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Paper>
  );
}

type StepProps = {
  label: string;
  to: CanaryRun | undefined;
  onSelect: (run: CanaryRun) => void;
  icon: ReactNode;
};

function Step({ label, to, onSelect, icon }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      aria-label={label}
      disabled={!to}
      onClick={() => {
        if (to) onSelect(to);
      }}
    >
      {icon}
    </ActionIcon>
  );
}
