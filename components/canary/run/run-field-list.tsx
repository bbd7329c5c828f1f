import { CopyButton } from '@mantine/core';
import type { CanaryRun } from '@/lib/canary/run';
import { useRunLimits } from '../run-limits';
import classes from './run-details.module.css';
import { runFields } from './run-fields';
import { SmallButton } from './small-button';

type RunFieldListProps = { run: CanaryRun; zone: string; now: number };

/** The members of a run as AWS sends them, with their meaning. */
export const RunFieldList = ({ run, zone, now }: RunFieldListProps) => (
  <dl className={classes.fields}>
    {runFields(run, zone, now, useRunLimits()).map(({ name, value, explanation, mono, copy }) => (
      <div key={name} className={classes.field}>
        <dt>{name}</dt>
        <dd data-mono={mono}>{value}</dd>
        {explanation && <dd className={classes.explanation}>{explanation}</dd>}
        {copy && (
          <dd>
            <CopyButton value={value}>
              {({ copied, copy: copyNow }) => (
                <SmallButton onClick={copyNow}>{copied ? 'Copied' : 'Copy'}</SmallButton>
              )}
            </CopyButton>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
