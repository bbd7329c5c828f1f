import { RangeLink } from '@/components/range/range-link';
import type { QueueCost } from '@/lib/farm/all/queue-costs';
import { formatMoney } from '@/lib/farm/amounts';
import { type Names, nameOfId } from '@/lib/farm/names';
import { formatShare } from '@/lib/farm/shares';
import classes from './farms-table.module.css';

type TopQueueLinkProps = { top: QueueCost; names: Names; href: string };

/** The most expensive queue of a farm, linked to its costs, and its share of the farm’s. */
export function TopQueueLink({ top: { queueId, costUsd, share }, names, href }: TopQueueLinkProps) {
  const name = nameOfId(queueId, names);
  return (
    <span className={classes.queue} title={`${name}: ${formatMoney(costUsd)}`}>
      <RangeLink href={href} size="xs">
        {name}
      </RangeLink>
      <span className={classes.muted}>{formatShare(share)}</span>
    </span>
  );
}
