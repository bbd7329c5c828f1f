import { Button } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import type { SumOfLines } from '@/lib/farm/filters/queue-lines';
import { ratio } from '@/lib/farm/totals/total-columns';
import { PlaceLink } from '../path/place-link';
import { drillHref, type PlaceNav } from '../path/place-nav';
import { QueuesTable } from '../queues-table';
import classes from '../queues-table.module.css';
import type { NamedLine } from './named-lines';

type ByQueueTableProps = {
  lines: readonly NamedLine[];
  sum: SumOfLines;
  /** All queues, also those that are not added up. */
  queueCount: number;
  nav: PlaceNav;
};

/** The cost in each queue, the highest first once all are known, and their sum. */
export const ByQueueTable = ({ lines, sum, queueCount, nav }: ByQueueTableProps) => (
  <QueuesTable
    queues={lines}
    linkOf={({ queueId, name }) => <PlaceLink href={drillHref(nav, 'QUEUE_ID', queueId)}>{name}</PlaceLink>}
    stateOf={(line) => <LineState line={line} />}
    unknownText={({ error }) => (error ? 'unknown' : '…')}
    sum={{
      name: `Sum of ${sum.isWhole ? '' : `${sum.knownCount} of `}${counted(queueCount, 'queue')}`,
      costUsd: sum.knownCount > 0 ? sum.costUsd : undefined,
      share: sum.isWhole ? ratio(sum.costUsd, sum.costUsd) : undefined,
    }}
  />
);

function LineState({ line: { error, isCut, retry, isFetching } }: { line: NamedLine }) {
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
