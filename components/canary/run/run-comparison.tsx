'use client';

import { useRange } from '@/components/range/use-range';
import { attemptOutcome } from '@/lib/canary/attempts';
import { lastSuccess } from '@/lib/canary/last-success';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun } from '@/lib/canary/run';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import shared from '../canary.module.css';
import { useRunLimits } from '../run-limits';
import { StateMark } from '../state-mark';
import { comparedFields } from './compared-fields';
import classes from './run-comparison.module.css';
import { RunSection } from './run-section';
import { SmallButton } from './small-button';

type RunComparisonProps = { run: CanaryRun; loaded: LoadedRuns; onOpen: (run: CanaryRun) => void };

/** A run and the last one before it that passed in the same location and browser, with their differences. */
export function RunComparison({ run, loaded, onOpen }: RunComparisonProps) {
  const { zone, now } = useRange();
  const limits = useRunLimits();
  const other = lastSuccess(loaded.runs, run);
  if (!other) {
    const where =
      loaded.from > 0
        ? `among the runs that were read, back to ${formatInstant(loaded.from, zone)}`
        : 'among the runs that AWS keeps';
    return (
      <RunSection title="Last success">
        <span className={shared.muted}>None before this run {where}.</span>
      </RunSection>
    );
  }
  return (
    <RunSection
      title="Compared with the last success"
      aside={<SmallButton onClick={() => onOpen(other)}>Open the last success</SmallButton>}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">This run</th>
            <th scope="col">Last success</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">State</th>
            <td>
              <StateMark outcome={attemptOutcome(run)} />
            </td>
            <td>
              <StateMark outcome={attemptOutcome(other)} />
            </td>
          </tr>
          {comparedFields(run, other, zone, now, limits).map(({ name, own, others, differs }) => (
            <tr key={name} data-differs={differs}>
              <th scope="row">{name}</th>
              <td>{own}</td>
              <td>{others}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={shared.muted}>{formatDuration(run.started - other.started)} before this run.</p>
    </RunSection>
  );
}
