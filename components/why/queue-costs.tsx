'use client';

import { Box, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { earlierOf } from '@/components/farm/compare/earlier-of';
import { CostNotices } from '@/components/farm/costs/cost-notices';
import { CostProgress } from '@/components/farm/costs/cost-progress';
import { newerHalf } from '@/components/farm/costs/narrower-request';
import { useCosts } from '@/components/farm/costs/use-costs';
import { useSideCosts } from '@/components/farm/costs/use-side-costs';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatMoney } from '@/lib/farm/amounts';
import { changeText } from '@/lib/farm/compare/change-text';
import { earlierText } from '@/lib/farm/compare/earlier-costs';
import { type QueueChange, queueChanges } from '@/lib/farm/compare/queue-changes';
import { coversText } from '@/lib/farm/covers-text';
import { type Names, nameOfId, namesOf } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { Queue } from '@/lib/farm/session-statistics';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { absoluteRange, type Span } from '@/lib/time/range';
import classes from './why.module.css';

/** Height reserved for the costs, pixels. */
export const COST_PX = 130;
/** The queues listed. */
const MAX_LISTED = 4;

type QueueCostsProps = {
  title: string;
  farmId: string;
  queues: readonly Queue[];
  /** The choice of the farm. */
  choice: ReactNode;
  asked: AskedCosts;
  compared: Span;
  baseline: Span;
  warnings: readonly string[];
};

/** The cost of a time beside that of another, as a sum and by queue. */
export function QueueCosts(props: QueueCostsProps) {
  const { title, farmId, queues, choice, asked, compared, baseline, warnings } = props;
  const { span, zone, setRange } = useRange();
  const costs = useCosts(asked);
  const { shown, isFetching, retry } = costs;
  const query = { ...asked.query, ...baseline };
  const before = useSideCosts(query, shown !== undefined);
  const earlier = shown && earlierOf(asked, shown.costs, query, before);
  const names = useMemo(() => namesOf(queues, []), [queues]);
  const rows = shown?.costs.chosen;
  const beforeRows = earlier?.state === 'known' ? earlier.costs.chosen : undefined;
  const changes = useMemo(() => rows && queueChanges(rows, beforeRows), [rows, beforeRows]);
  return (
    <Panel
      title={title}
      id="cost"
      figure={rows && formatMoney(rangeFigures(rows).costUsd)}
      asOf={shown?.costs.asOf}
      fetching={isFetching}
      onRetry={retry}
    >
      {choice}
      <CostNotices
        {...{ asked, costs }}
        before={warnings}
        narrower={{ shorterRange: () => setRange(newerHalf(span)) }}
      />
      {!shown && isFetching && <PanelSkeleton height={COST_PX} label="Loading costs" />}
      {shown && changes && rows && (
        <>
          <Text size="sm" mih="1lh" mb="xs">
            {beforeRows
              ? changeText(rangeFigures(rows).costUsd, rangeFigures(beforeRows).costUsd, formatMoney)
              : earlier?.state === 'loading'
                ? 'Loading the costs before …'
                : ''}
          </Text>
          <QueueTable {...{ changes, names }} hasBefore={beforeRows !== undefined} />
          <Text size="xs" c="dimmed" mt="xs">
            {coversText(shown.asked, shown.costs, names)} Compared with{' '}
            {earlier && earlierText(earlier, shown.costs.coverage, zone)}{' '}
            {earlier?.state === 'failed' && earlier.error.message}
          </Text>
        </>
      )}
      <RangeLink href={`/farms/${farmId}`} instead={absoluteRange(compared)} size="xs">
        All costs of this farm at this time
      </RangeLink>
      {/* The rest of the progress, which keeps its height, is in the padding of the panel. */}
      <Box pt={4} mb={-16}>
        <CostProgress query={asked.query} {...costs} />
      </Box>
    </Panel>
  );
}

type QueueTableProps = { changes: readonly QueueChange[]; names: Names; hasBefore: boolean };

function QueueTable({ changes, names, hasBefore }: QueueTableProps) {
  if (changes.length === 0) return null;
  const more = changes.length - MAX_LISTED;
  return (
    <>
      <table className={classes.costs} aria-label="Cost by queue">
        <thead>
          <tr>
            <th scope="col">Queue</th>
            <th scope="col">Cost</th>
            <th scope="col">Before</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, MAX_LISTED).map(({ queueId, costUsd, beforeUsd }) => (
            <tr key={queueId}>
              <td title={queueId}>{nameOfId(queueId, names)}</td>
              <td>{formatMoney(costUsd)}</td>
              <td>{hasBefore ? formatMoney(beforeUsd) : '…'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Text size="xs" c="dimmed">
          And {counted(more, 'queue')} that cost less.
        </Text>
      )}
    </>
  );
}
