import { RangeLink } from '@/components/range/range-link';
import { formatMoney } from '@/lib/farm/amounts';
import type { Series } from '@/lib/farm/series';
import type { Queue } from '@/lib/farm/session-statistics';
import { formatShare } from '@/lib/farm/shares';
import classes from './cost-bars.module.css';

type CostSharesProps = { series: Series; farmId: string; queues: readonly Queue[] };

/** The legend of the bars: each queue's cost and its share, linked to its own costs. */
export function CostShares({ series, farmId, queues }: CostSharesProps) {
  const { total: whole = Number.NaN } = series;
  return (
    <ul className={classes.shares}>
      {series.categories.map(({ id, name, title, colour, total = 0 }) => {
        const queue = queues.find(({ queueId }) => JSON.stringify([queueId]) === id);
        const path = `/farms/${farmId}${queue ? `?queues=${queue.queueId}` : ''}`;
        return (
          <li key={id} className={classes.share}>
            <span className={classes.swatch} style={{ background: colour }} />
            <span className={classes.name} title={title}>
              <RangeLink href={path} fz="xs">
                {name}
              </RangeLink>
            </span>
            <span className={classes.number}>{formatMoney(total)}</span>
            <span className={classes.number}>{formatShare(total / whole)}</span>
          </li>
        );
      })}
    </ul>
  );
}
