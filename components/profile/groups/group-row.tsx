'use client';

import { Button, Skeleton, Table } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useEffect } from 'react';
import { PlotArea } from '@/components/range/plot/plot-area';
import { useRange } from '@/components/range/use-range';
import { formatSamples, shortCount } from '../frame-text/format-samples';
import { barText } from '../strip/bar-text';
import { AnomalyLink } from './anomaly-link';
import { GroupName } from './group-name';
import classes from './groups.module.css';
import { HottestLink } from './hottest-link';
import { reportedText } from './reported-text';
import { Sparkline } from './sparkline';
import { pointsText, samplesChangeText, samplesChangeTitle } from './summary-text';
import type { GroupRowData } from './use-group-rows';
import { type SparklineData, useSparkline } from './use-sparkline';

type GroupRowProps = { row: GroupRowData; onVisible(name: string, isVisible: boolean): void };

/** One group: its samples in the range, its hottest function, their changes, anomalies and the last report. */
export function GroupRow({ row, onVisible }: GroupRowProps) {
  const { span, zone, now } = useRange();
  const { ref, inViewport } = useInViewport<HTMLTableRowElement>();
  const { summary, isEmpty, error, isReading } = row;
  const { name } = row.group;
  useEffect(() => {
    if (!inViewport) return;
    onVisible(name, true);
    return () => onVisible(name, false);
  }, [inViewport, name, onVisible]);
  const sparkline = useSparkline(name, span, now, inViewport && summary !== undefined);
  const problem = error ?? sparkline.error;
  const warnings = [...(summary?.warnings ?? []), ...sparkline.notes];
  const retry = () => {
    row.retry();
    sparkline.retry();
  };
  const unread = isEmpty ? null : error ? (
    <span className={classes.muted}>unknown</span>
  ) : (
    <Skeleton height={12} my={3} animate={isReading} />
  );
  const points = summary && pointsText(summary.data);
  return (
    <Table.Tr ref={ref} aria-busy={isReading || undefined} data-earlier={row.isEarlier || undefined}>
      <Table.Td className={classes.name}>
        <GroupName row={row} zone={zone} />
      </Table.Td>
      <Table.Td className={classes.samples}>
        {problem && (
          <div className={classes.error}>
            <span className={classes.message} title={problem.message}>
              <span aria-hidden>▲</span> {problem.message}
            </span>
            <Button size="compact-xs" variant="default" flex="none" onClick={retry}>
              Retry
            </Button>
          </div>
        )}
        {isEmpty && <span className={classes.muted}>No profile in this range</span>}
        {!isEmpty && (summary || !error) && (
          <div className={classes.spark}>
            <PlotArea valueAt={(at) => samplesAt(sparkline, at)} isSmall texts="below">
              <Sparkline group={name} span={span} data={sparkline} />
            </PlotArea>
            <span className={classes.figure}>
              <span className={classes.count}>
                {summary ? (
                  <span title={formatSamples(summary.data.samples)}>{shortCount(summary.data.samples)}</span>
                ) : (
                  unread
                )}
                {warnings.length > 0 && (
                  <span title={warnings.join(' ')}>
                    <span aria-hidden> ◆</span>
                    <span className={classes.hidden}>{warnings.join(' ')}</span>
                  </span>
                )}
              </span>
              {summary && <span className={classes.narrow}>{samplesChangeText(summary)}</span>}
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
      <Table.Td className={classes.points}>
        {points ? (
          <span className={points.isMuted ? classes.muted : undefined} title={points.title}>
            {points.text}
          </span>
        ) : (
          unread
        )}
      </Table.Td>
      <Table.Td className={classes.anomalies}>
        {row.anomalies ? (
          <AnomalyLink group={name} marks={row.anomalies} notes={row.anomalyNotes} zone={zone} />
        ) : (
          unread
        )}
      </Table.Td>
      <Table.Td className={classes.reported}>{reportedText(row.group, zone)}</Table.Td>
    </Table.Tr>
  );
}

/** The samples of the profile at an instant, as the strip of the group's page tells them. */
const samplesAt = ({ samples, length }: SparklineData, at: number) =>
  barText(samples.bars.filter(({ start }) => start <= at && at < start + length).slice(-1));
