'use client';

import { ActionIcon, Button, CloseButton, CopyButton, Group, Paper, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useRange } from '@/components/range/use-range';
import { attemptOutcome } from '@/lib/canary/attempts';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import classes from './run-details.module.css';
import { runFields } from './run-fields';
import { runStep } from './run-step';
import { StateMark } from './state-mark';

type RunDetailsProps = {
  run: CanaryRun;
  /** The runs of the timeline, oldest first, for the arrow keys. */
  runs: readonly CanaryRun[];
  onSelect: (run: CanaryRun) => void;
  onClose: () => void;
  /** Whether the viewer opened it, not the link: it takes the focus and returns it on close. */
  takeFocus: boolean;
};

/** All details of one run. Arrow keys go to the next and previous run, Escape closes. */
export function RunDetails({ run, runs, onSelect, onClose, takeFocus }: RunDetailsProps) {
  const { zone, now } = useRange();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takeFocus) return;
    const previousFocus = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (previousFocus instanceof HTMLElement) previousFocus.focus({ preventScroll: true });
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
      <dl className={classes.fields}>
        {runFields(run, zone, now).map(({ name, value, explanation, mono, copy }) => (
          <div key={name} className={classes.field}>
            <dt>{name}</dt>
            <dd data-mono={mono}>{value}</dd>
            {explanation && <dd className={classes.explanation}>{explanation}</dd>}
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
