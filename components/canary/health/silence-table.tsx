import { Table, UnstyledButton } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { type Gap, missedCount } from '@/lib/canary/gaps/gap';
import { formatDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import shared from '../canary.module.css';
import classes from './health.module.css';
import { Instant } from './instant';

/** Further silences are not listed. */
const MAX_LISTED = 20;

type SilenceTableProps = {
  silences: readonly Gap[];
  zone: string;
  /** Shows a silence in the timeline. */
  onShow: (silence: Span) => void;
};

/** When runs were due but did not start; nothing if all did. They count in no availability. */
export function SilenceTable({ silences, zone, onShow }: SilenceTableProps) {
  if (silences.length === 0) return null;
  const missed = missedCount(silences);
  return (
    <>
      <p className={classes.silence}>
        {counted(missed, 'run')} {missed === 1 ? 'was' : 'were'} due but did not start. Availability leaves{' '}
        {missed === 1 ? 'it' : 'them'} out.
      </p>
      <Table className={shared.table} verticalSpacing={5} aria-label="Silences, newest first">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>From</Table.Th>
            <Table.Th>To</Table.Th>
            <Table.Th className={`${shared.number} ${shared.wide}`}>Length</Table.Th>
            <Table.Th className={shared.number}>Missed runs</Table.Th>
            <Table.Th>Timeline</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {silences.slice(0, MAX_LISTED).map(({ from, to, missed }) => (
            <Table.Tr key={from}>
              <Table.Td>
                <Instant at={from} zone={zone} />
              </Table.Td>
              <Table.Td>
                <Instant at={to} zone={zone} />
              </Table.Td>
              <Table.Td className={`${shared.number} ${shared.wide}`}>{formatDuration(to - from)}</Table.Td>
              <Table.Td className={shared.number}>{formatNumber(missed)}</Table.Td>
              <Table.Td className={classes.oneLine}>
                <UnstyledButton className={classes.runButton} onClick={() => onShow({ from, to })}>
                  Show
                </UnstyledButton>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {silences.length > MAX_LISTED && (
        <p className={shared.muted}>Only the newest {MAX_LISTED} silences are listed.</p>
      )}
    </>
  );
}
