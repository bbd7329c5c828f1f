'use client';

import { Button, Skeleton, Table } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useEffect } from 'react';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { newestInstant } from '@/lib/profile/range/newest';
import { formatInstant } from '@/lib/time/format';
import { formatCount } from '../graph/format-samples';
import { AnomalyLink } from './anomaly-link';
import classes from './groups.module.css';
import { HottestLink } from './hottest-link';
import { Sparkline } from './sparkline';
import { pointsText, samplesChangeText, samplesChangeTitle } from './summary-text';
import type { GroupRowData } from './use-group-rows';

type GroupRowProps = { row: GroupRowData; onSeen(name: string): void };

const PLATFORMS: Record<string, string> = { Default: 'Server', AWSLambda: 'AWS Lambda' };

/** One group: its samples in the range, its hottest function, their changes, anomalies and the last report. */
export function GroupRow({ row, onSeen }: GroupRowProps) {
  const { span, zone, now } = useRange();
  const { ref, inViewport } = useInViewport<HTMLTableRowElement>();
  const { group, summary, isEmpty, error, isReading } = row;
  const { name } = group;
  useEffect(() => {
    if (inViewport) onSeen(name);
  }, [inViewport, name, onSeen]);
  const reported = newestInstant(group);
  const unread = !isEmpty && !error && <Skeleton height={12} animate={isReading} />;
  const points = summary && pointsText(summary.data);
  return (
    <Table.Tr ref={ref} aria-busy={isReading || undefined}>
      <Table.Td className={classes.name}>
        <RangeLink href={`/profiles/${encodeURIComponent(name)}`} size="xs" ff="monospace">
          {name}
        </RangeLink>
        <span className={classes.note}>{PLATFORMS[group.computePlatform] ?? group.computePlatform}</span>
        <div className={classes.narrow}>{summary && <HottestLink summary={summary.data} />}</div>
      </Table.Td>
      <Table.Td className={classes.samples}>
        {error && (
          <div className={classes.error}>
            <span className={classes.message} title={error.message}>
              <span aria-hidden>▲</span> {error.message}
            </span>
            <Button size="compact-xs" variant="default" flex="none" onClick={row.retry}>
              Retry
            </Button>
          </div>
        )}
        {isEmpty && <span className={classes.muted}>No profile in this range</span>}
        {!isEmpty && (summary || !error) && (
          <div className={classes.spark}>
            <Sparkline {...{ span, now }} group={name} isReading={summary !== undefined} />
            <span className={classes.figure}>
              {summary ? formatCount(summary.data.samples) : unread}
              {summary && <span className={classes.narrow}>{samplesChangeText(summary)}</span>}
              {summary && summary.warnings.length > 0 && (
                <span title={summary.warnings.join(' ')}>
                  <span aria-hidden> ◆</span>
                  <span className={classes.hidden}>{summary.warnings.join(' ')}</span>
                </span>
              )}
            </span>
          </div>
        )}
      </Table.Td>
      <Table.Td className={classes.change}>
        {summary ? <span title={samplesChangeTitle(summary)}>{samplesChangeText(summary)}</span> : unread}
      </Table.Td>
      <Table.Td className={classes.hottest}>
        {summary ? <HottestLink summary={summary.data} /> : unread}
      </Table.Td>
      <Table.Td className={classes.points}>{summary ? (points ?? 'no profile before') : unread}</Table.Td>
      <Table.Td className={classes.anomalies}>
        {row.anomalies ? <AnomalyLink group={name} marks={row.anomalies} zone={zone} /> : unread}
      </Table.Td>
      <Table.Td className={classes.reported}>
        {reported === undefined ? 'none yet' : formatInstant(reported, zone)}
      </Table.Td>
    </Table.Tr>
  );
}
