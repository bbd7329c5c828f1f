import type { ReactNode } from 'react';
import type { Farm } from '@/lib/farm/session-statistics';
import { formatShare } from '@/lib/farm/shares';
import { cellText } from '@/lib/farm/totals/cell-text';
import { ConsoleLink } from './aws/console-link';
import classes from './queues-table.module.css';

/** A queue and what is known of its cost. */
export type ListedQueue = {
  /** Only in a ranking of queues of several farms. */
  farm?: Farm;
  queueId: string;
  name: string;
  costUsd: number | undefined;
  /** Undefined while the cost of all isn't known. */
  share: number | undefined;
};

type QueuesTableProps<Queue extends ListedQueue> = {
  queues: readonly Queue[];
  /** Whether queues have their ranks and their farms. */
  isRanking?: boolean;
  /** The name of a queue as a link to its costs. */
  linkOf(queue: Queue): ReactNode;
  /** What is behind the name. */
  stateOf?: (queue: Queue) => ReactNode;
  /** In the place of a cost that isn't known. */
  unknownText?: (queue: Queue) => string;
  sum?: { name: string; costUsd: number | undefined; share: number | undefined };
};

/** Queues with their costs and their shares, and their sum if there is one. */
export function QueuesTable<Queue extends ListedQueue>(props: QueuesTableProps<Queue>) {
  const { queues, isRanking = false, linkOf, stateOf, unknownText, sum } = props;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {isRanking && (
            <th scope="col" className={classes.rank}>
              #
            </th>
          )}
          <th scope="col">Queue</th>
          {isRanking && <th scope="col">Farm</th>}
          <th scope="col" className={classes.figure}>
            Cost, US{'\u00a0$'}
          </th>
          <th scope="col" className={classes.share}>
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue, at) => {
          const { farm, queueId, name, costUsd, share } = queue;
          return (
            <tr key={farm ? `${farm.farmId} ${queueId}` : queueId}>
              {isRanking && <td className={classes.rank}>{at + 1}</td>}
              <th scope="row" title={`${name} · ${queueId}`}>
                {linkOf(queue)}
                <ConsoleLink resource={{ queueId, ...(farm && { farmId: farm.farmId }) }} name={name} />
                {stateOf?.(queue)}
              </th>
              {farm && <td title={`${farm.displayName} · ${farm.farmId}`}>{farm.displayName}</td>}
              <td className={classes.figure}>
                {costUsd === undefined ? unknownText?.(queue) : cellText('cost', costUsd)}
              </td>
              <td className={classes.share}>{share !== undefined && formatShare(share)}</td>
            </tr>
          );
        })}
      </tbody>
      {sum && (
        <tfoot>
          <tr>
            <th scope="row">{sum.name}</th>
            <td className={classes.figure}>{sum.costUsd !== undefined && cellText('cost', sum.costUsd)}</td>
            <td className={classes.share}>{sum.share !== undefined && formatShare(sum.share)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
