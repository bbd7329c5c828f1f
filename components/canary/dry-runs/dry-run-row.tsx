import { Table, UnstyledButton } from '@mantine/core';
import { useZone } from '@/components/range/use-range';
import type { DryRun, UsualRuns } from '@/lib/canary/dry-runs/dry-runs';
import { browserName } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import { signedPercent } from '@/lib/canary/signed-percent';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import shared from '../canary.module.css';
import { StateMark } from '../state-mark';
import classes from './dry-runs.module.css';

type DryRunRowProps = {
  dryRun: DryRun;
  /** Undefined before the scheduled runs are read. */
  usual: UsualRuns | undefined;
  /** Whether reading the scheduled runs failed. */
  isUnknown: boolean;
  isFollowed: boolean;
  onSelect: (run: CanaryRun) => void;
  /** Shows this dry run alone. */
  onOnly: () => void;
};

/** A dry run beside the scheduled runs before it. */
export function DryRunRow({ dryRun, usual, isUnknown, isFollowed, onSelect, onOnly }: DryRunRowProps) {
  const zone = useZone();
  const { started, outcome, durationMs, runs } = dryRun;
  return (
    <Table.Tr aria-busy={isFollowed}>
      <Table.Td>
        <UnstyledButton className={classes.link} title={dryRun.id} onClick={onOnly}>
          {formatInstant(started, zone, 'second')}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        <StateMark outcome={outcome} />
      </Table.Td>
      <Table.Td className={shared.number}>
        {durationMs === undefined ? '–' : formatDuration(durationMs)}
        {differenceText(durationMs, usual?.p50)}
      </Table.Td>
      <Table.Td>{usual ? usualText(usual) : isUnknown ? 'unknown' : 'Loading …'}</Table.Td>
      <Table.Td className={shared.wide}>
        {runs.map((run) => (
          <UnstyledButton key={run.id} className={classes.link} onClick={() => onSelect(run)}>
            {browserName(run.browserType) ?? 'Open'}
          </UnstyledButton>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

const differenceText = (own: number | undefined, usual: number | undefined) =>
  own === undefined || !usual ? '' : ` (${signedPercent(own / usual - 1)})`;

const usualText = ({ count, passed, p50 }: UsualRuns) =>
  count === 0
    ? 'none in the range'
    : `${passed} of ${count} passed${p50 === undefined ? '' : `, median ${formatDuration(p50)}`}`;
