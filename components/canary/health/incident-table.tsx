import { Table, UnstyledButton } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { Incident } from '@/lib/canary/health/incidents';
import { variantNames } from '@/lib/canary/health/status-text';
import type { CanaryRun } from '@/lib/canary/run';
import { formatDuration } from '@/lib/time/duration';
import shared from '../canary.module.css';
import { CodeAndCostLink } from '../code-and-cost-link';
import classes from './health.module.css';
import { Instant } from './instant';

/** Further incidents are not listed. */
const MAX_LISTED = 100;

type IncidentTableProps = {
  incidents: readonly Incident[];
  zone: string;
  now: number;
  onSelect: (run: CanaryRun) => void;
};

/**
 * Incidents with their first and last failed runs. Every time has its own offset. Narrow screens show some columns in a second line.
 */
export function IncidentTable({ incidents, zone, now, onSelect }: IncidentTableProps) {
  return (
    <>
      <Table className={shared.table} verticalSpacing={5} aria-label="Incidents, newest first">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Start</Table.Th>
            <Table.Th className={shared.wide}>End</Table.Th>
            <Table.Th className={shared.number}>Length</Table.Th>
            <Table.Th className={shared.number}>Failed</Table.Th>
            <Table.Th className={shared.wide}>Where</Table.Th>
            <Table.Th className={shared.wide}>Reason</Table.Th>
            <Table.Th>Runs</Table.Th>
            <Table.Th className={`${shared.wide} ${classes.oneLine}`}>Same time</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {incidents.slice(0, MAX_LISTED).map((incident) => (
            <IncidentRow key={incident.first.id} {...{ incident, zone, now, onSelect }} />
          ))}
        </Table.Tbody>
      </Table>
      {incidents.length > MAX_LISTED && (
        <p className={shared.muted}>Only the newest {MAX_LISTED} incidents are listed.</p>
      )}
    </>
  );
}

type IncidentRowProps = Omit<IncidentTableProps, 'incidents'> & { incident: Incident };

function IncidentRow({ incident, zone, now, onSelect }: IncidentRowProps) {
  const { from, to, orEarlier, failed, inSpan, reason, first, last, variants } = incident;
  const lengthMs = Math.max(0, (to ?? now) - from);
  const length = formatDuration(lengthMs);
  const places = variantNames(variants);
  const link = <CodeAndCostLink canary={first.name} {...{ from, to }} />;
  const end =
    to === undefined ? <span className={classes.open}>▲ open</span> : <Instant at={to} zone={zone} />;
  return (
    <>
      <Table.Tr className={classes.first}>
        <Table.Td>
          <Instant at={from} zone={zone} />
          {orEarlier && ' or earlier'}
        </Table.Td>
        <Table.Td className={shared.wide}>{end}</Table.Td>
        <Table.Td className={`${shared.number} ${classes.oneLine}`}>
          {orEarlier ? `at least ${length}` : length}
          {to === undefined && ' so far'}
          {inSpan.lengthMs < lengthMs && <InRange part={formatDuration(inSpan.lengthMs)} />}
        </Table.Td>
        <Table.Td className={`${shared.number} ${classes.oneLine}`}>
          {formatNumber(failed)}
          {inSpan.failed < failed && <InRange part={formatNumber(inSpan.failed)} />}
        </Table.Td>
        <Table.Td className={shared.wide}>{places}</Table.Td>
        <Table.Td className={`${shared.wide} ${classes.reason}`} title={reason}>
          <bdi>{reason}</bdi>
        </Table.Td>
        <Table.Td className={classes.oneLine}>
          <RunButton run={first} onSelect={onSelect}>
            First
          </RunButton>
          {last.id !== first.id && (
            <RunButton run={last} onSelect={onSelect}>
              Last
            </RunButton>
          )}
        </Table.Td>
        <Table.Td className={`${shared.wide} ${classes.oneLine}`}>{link}</Table.Td>
      </Table.Tr>
      <Table.Tr className={classes.narrow}>
        <Table.Td colSpan={4} className={shared.muted}>
          {to === undefined ? end : <>Until {end}</>}
          {places && `, in ${places}`}
          {inSpan.lengthMs < lengthMs && (
            <div>
              {formatDuration(inSpan.lengthMs)} and {formatNumber(inSpan.failed)} of its{' '}
              {counted(failed, 'failed run')} are in this range
            </div>
          )}
          <div className={classes.narrowReason}>
            <bdi>{reason}</bdi>
          </div>
          {link}
        </Table.Td>
      </Table.Tr>
    </>
  );
}

/** What of an incident is in the range, if it began earlier or lasted longer. */
const InRange = ({ part }: { part: string }) => (
  <div className={`${shared.muted} ${shared.wide}`}>{part} in this range</div>
);

type RunButtonProps = { run: CanaryRun; onSelect: (run: CanaryRun) => void; children: string };

const RunButton = ({ run, onSelect, children }: RunButtonProps) => (
  <UnstyledButton className={classes.runButton} onClick={() => onSelect(run)}>
    {children}
  </UnstyledButton>
);
