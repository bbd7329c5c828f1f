import { Button } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import { orderLines, type SumOfLines } from '@/lib/farm/filters/queue-lines';
import { type Names, nameOfId } from '@/lib/farm/names';
import { formatShare } from '@/lib/farm/shares';
import { cellText } from '@/lib/farm/totals/cell-text';
import { ratio } from '@/lib/farm/totals/total-columns';
import { PlaceLink } from '../path/place-link';
import { drillHref, type PlaceNav } from '../path/place-nav';
import classes from '../small-table.module.css';
import type { QueueLine } from './use-costs-by-queue';

type ByQueueTableProps = {
  lines: readonly QueueLine[];
  sum: SumOfLines;
  /** All queues, also those that are not added up. */
  queueCount: number;
  names: Names;
  nav: PlaceNav;
};

/** The cost in each queue, the highest first once all are known, and their sum. */
export function ByQueueTable({ lines, sum, queueCount, names, nav }: ByQueueTableProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Queue</th>
          <th scope="col" className={classes.figure}>
            Cost, US{'\u00a0$'}
          </th>
          <th scope="col" className={classes.share}>
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {orderLines(lines).map((line) => (
          <tr key={line.queueId}>
            <th scope="row" title={`${nameOfId(line.queueId, names)} · ${line.queueId}`}>
              <PlaceLink href={drillHref(nav, 'QUEUE_ID', line.queueId)}>
                {nameOfId(line.queueId, names)}
              </PlaceLink>
              <LineState line={line} />
            </th>
            <td className={classes.figure}>
              {line.costUsd === undefined ? (line.error ? 'unknown' : '…') : cellText('cost', line.costUsd)}
            </td>
            <td className={classes.share}>
              {sum.isWhole && line.costUsd !== undefined && formatShare(ratio(line.costUsd, sum.costUsd))}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{`Sum of ${sum.isWhole ? '' : `${sum.knownCount} of `}${counted(queueCount, 'queue')}`}</th>
          <td className={classes.figure}>{sum.knownCount > 0 && cellText('cost', sum.costUsd)}</td>
          <td className={classes.share}>{sum.isWhole && formatShare(ratio(sum.costUsd, sum.costUsd))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function LineState({ line: { error, isCut, retry, isFetching } }: { line: QueueLine }) {
  if (error && !isFetching)
    return (
      <span className={classes.error} title={error.message}>
        {error.message}
        <Button size="compact-xs" variant="default" ml={8} onClick={retry}>
          Retry
        </Button>
      </span>
    );
  return isCut && <span className={classes.error}> – only a part of its rows</span>;
}
