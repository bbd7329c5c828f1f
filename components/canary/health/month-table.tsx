import { Table } from '@mantine/core';
import { formatNumber } from '@/lib/answer/format-number';
import { formatAvailability } from '@/lib/canary/availability';
import type { MonthAvailability } from '@/lib/canary/health/months';
import { errorBudget, leftText } from '@/lib/canary/health/objective';
import { hasClockChange } from '@/lib/time/clock-change';
import { formatInstant, formatMonth, zoneLabel } from '@/lib/time/format';
import shared from '../canary.module.css';

type MonthTableProps = {
  months: readonly MonthAvailability[];
  objective: number | undefined;
  zone: string;
};

/** Availability by calendar months, newest first. */
export function MonthTable({ months, objective, zone }: MonthTableProps) {
  const { from = 0 } = months.at(-1)?.span ?? {};
  const { to = from } = months[0]?.span ?? {};
  return (
    <Table className={shared.table} verticalSpacing={5} aria-label="Availability by month, newest first">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Month, {hasClockChange({ from, to }, zone) ? zone : zoneLabel(zone, to)}</Table.Th>
          <Table.Th className={shared.number}>Availability</Table.Th>
          <Table.Th className={shared.number}>Scheduled runs passed</Table.Th>
          {objective !== undefined && <Table.Th className={shared.number}>Error budget left</Table.Th>}
          <Table.Th className={shared.wide}>Measured</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map((month) => (
          <Table.Tr key={month.span.from}>
            <Table.Td>{formatMonth(month.span.from, zone)}</Table.Td>
            <Table.Td className={shared.number}>
              {month.share === undefined ? '–' : formatAvailability(month.share)}
            </Table.Td>
            <Table.Td className={shared.number}>
              {formatNumber(month.passed)} of {formatNumber(month.finished)}
            </Table.Td>
            {objective !== undefined && (
              <Table.Td className={shared.number}>{budgetText(month, objective)}</Table.Td>
            )}
            <Table.Td className={`${shared.wide} ${shared.muted}`}>{partText(month, zone)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function budgetText(month: MonthAvailability, objective: number): string {
  const budget = errorBudget(month, objective);
  return budget ? (leftText(budget) ?? '▲ used up') : '–';
}

/** Which part of the month is measured. */
function partText({ coverage, span, isWhole }: MonthAvailability, zone: string): string {
  if (coverage.from >= coverage.to) return 'nothing is known';
  if (coverage.from > span.from) return `known since ${formatInstant(coverage.from, zone)}`;
  return isWhole ? 'whole month' : 'only within the range';
}
