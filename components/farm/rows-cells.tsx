import { Table } from '@mantine/core';
import { hoursOf } from '@/lib/farm/amounts';
import { isId, labelOf, type Names } from '@/lib/farm/names';
import type { GroupKey, SessionStatistics, Statistic } from '@/lib/farm/session-statistics';
import { amountOf } from '@/lib/farm/statistics';
import { cellText } from '@/lib/farm/totals/cell-text';
import { WithConsoleLinks } from './aws/console-link';
import ellipsis from './ellipsis.module.css';
import { PlaceLink } from './path/place-link';
import { drillHref, type PlaceNav } from './path/place-nav';
import classes from './rows-table.module.css';

type LabelCellProps = { row: SessionStatistics; by: GroupKey; names: Names; nav: PlaceNav };

/** The value of a key, which leads to itself alone where AWS can answer that. */
export function LabelCell({ row, by, names, nav }: LabelCellProps) {
  const label = labelOf(row, by, names);
  return (
    <Table.Td
      className={`${ellipsis.ellipsis} ${classes.key}`}
      title={label.title}
      ff={isId(label) ? 'monospace' : undefined}
    >
      <WithConsoleLinks keys={[by]} labels={[label]} queueId={row.queueId}>
        <PlaceLink href={drillHref(nav, by, label.id)}>{label.name}</PlaceLink>
      </WithConsoleLinks>
    </Table.Td>
  );
}

type AmountCellProps = {
  row: SessionStatistics;
  measure: 'costUsd' | 'runtimeSeconds';
  statistic: Statistic;
};

/** One statistic without its unit, which the heading has. */
export function AmountCell({ row, measure, statistic }: AmountCellProps) {
  const amount = amountOf(row, measure, statistic) ?? Number.NaN;
  return (
    <Table.Td className={classes.number}>
      {measure === 'costUsd' ? cellText('cost', amount) : cellText('hours', hoursOf(amount))}
    </Table.Td>
  );
}
