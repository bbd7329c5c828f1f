import { hoursOf } from '@/lib/farm/amounts';
import { isId, type Label } from '@/lib/farm/names';
import type { GroupKey, SessionStatistics, Statistic } from '@/lib/farm/session-statistics';
import { amountOf } from '@/lib/farm/statistics';
import { cellText } from '@/lib/farm/totals/cell-text';
import { WithConsoleLinks } from '../aws/console-link';
import { BreakableName } from '../breakable-name';
import { PlaceLink } from '../path/place-link';
import { drillHref, type PlaceNav } from '../path/place-nav';
import classes from './rows-table.module.css';

type LabelCellProps = { label: Label; queueId: string | undefined; by: GroupKey; nav: PlaceNav };

/** The value of a key, which leads to itself alone where AWS can answer that. */
export const LabelCell = ({ label, queueId, by, nav }: LabelCellProps) => (
  <td className={classes.key} title={label.title}>
    <WithConsoleLinks keys={[by]} labels={[label]} queueId={queueId}>
      <div className={classes.label}>
        <PlaceLink href={drillHref(nav, by, label.id)} className={isId(label) ? classes.id : undefined}>
          <BreakableName name={label.name} />
        </PlaceLink>
      </div>
    </WithConsoleLinks>
  </td>
);

type AmountCellProps = {
  row: SessionStatistics;
  measure: 'costUsd' | 'runtimeSeconds';
  statistic: Statistic;
};

/** One statistic without its unit, which the heading has. */
export function AmountCell({ row, measure, statistic }: AmountCellProps) {
  const amount = amountOf(row, measure, statistic) ?? Number.NaN;
  return (
    <td className={classes.number}>
      {measure === 'costUsd' ? cellText('cost', amount) : cellText('hours', hoursOf(amount))}
    </td>
  );
}
