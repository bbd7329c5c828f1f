'use client';

import { Skeleton } from '@mantine/core';
import { usePresent } from '@/components/range/page-now';
import { PlotArea } from '@/components/range/plot/plot-area';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { HEALTH_LABELS, statusDetail } from '@/lib/canary/health/status-text';
import { tagsOf } from '@/lib/canary/list/filter-rows';
import { nextRunText } from '@/lib/canary/list/next-run-text';
import { scheduleText } from '@/lib/canary/schedule';
import { formatDuration } from '@/lib/time/duration';
import { formatDayClock, formatInstant } from '@/lib/time/format';
import { relativeText } from '@/lib/time/relative';
import { HealthMark } from './health-mark';
import { beatTextAt, HeartbeatStrip } from './heartbeat-strip';
import { ListAvailability } from './list-availability';
import classes from './list-table.module.css';
import type { ListedCanary } from './use-canary-rows';

type ListRowProps = { row: ListedCanary; index: number };

/** One canary: its state, its runs in the range, and when it runs. */
export function ListRow({ row, index }: ListRowProps) {
  const { zone, now, span } = useRange();
  const present = usePresent();
  const { canary, groups, status, label, newest, next, reading } = row;
  // Figures of another range stay until those of this one are read, marked as such.
  const isOfOtherRange = row.health === undefined && row.ofOtherRange !== undefined;
  const health = row.health ?? (reading?.problem ? undefined : row.ofOtherRange);
  const figure = isOfOtherRange
    ? { 'data-stale': 'range', title: 'Of another range. Not read for this one yet.' }
    : row.isEarlier
      ? { 'data-stale': 'earlier', title: 'Read before the last refresh, and not again yet.' }
      : {};
  const detail = statusDetail(status, zone, now);
  const labels = [...groups, ...tagsOf(row)].join(' · ');
  const nextText = nextRunText(next, present, zone);
  const unread = reading?.problem ? 'unknown' : <Skeleton height={12} animate={false} />;
  return (
    <tr className={classes.row} aria-rowindex={index + 2} aria-busy={!reading || undefined}>
      <th scope="row" className={classes.name}>
        <RangeLink
          href={`/canaries/${encodeURIComponent(canary.name)}`}
          title={canary.name}
          className={classes.line}
          fz="xs"
          fw={600}
        >
          {canary.name}
        </RangeLink>
        <span className={`${classes.labels} ${classes.muted}`} title={labels}>
          {labels}
        </span>
        <span className={classes.narrow} title={detail}>
          <HealthMark state={status.state} label={label} /> <span className={classes.muted}>{detail}</span>
        </span>
      </th>
      <td className={classes.state}>
        <HealthMark state={status.state} label={label} />
        <span className={`${classes.detail} ${classes.muted}`} title={detail}>
          {detail}
        </span>
      </td>
      <td className={classes.strip} {...figure}>
        {health ? (
          <PlotArea
            span={health.heartbeat}
            valueAt={(at) => beatTextAt(health.heartbeat, now, at)}
            isSmall
            texts="below"
          >
            <HeartbeatStrip name={canary.name} heartbeat={health.heartbeat} zone={zone} now={now} />
          </PlotArea>
        ) : (
          !reading?.problem && <Skeleton height={22} animate={false} />
        )}
        {reading?.problem && (
          <span
            className={`${classes.problem} ${health ? classes.line : ''}`}
            title={reading.problem.message}
          >
            <span aria-hidden>▲</span> {reading.problem.message}
          </span>
        )}
        {health && !isOfOtherRange && span.to < now && health.atEnd.state !== health.now.state && (
          <span className={`${classes.line} ${classes.muted}`}>
            At its end: {HEALTH_LABELS[health.atEnd.state].toLowerCase()}{' '}
            {statusDetail(health.atEnd, zone, span.to)}
          </span>
        )}
      </td>
      <td className={classes.availability} {...figure}>
        {health ? <ListAvailability row={row} health={health} /> : unread}
      </td>
      <td className={classes.duration} {...figure}>
        {health ? durationText(health.durations.p50) : unread}
      </td>
      <td className={classes.duration} {...figure}>
        {health ? durationText(health.durations.p95) : unread}
      </td>
      <td
        className={classes.time}
        title={newest === undefined ? undefined : formatInstant(newest, zone, 'second')}
      >
        {newest === undefined
          ? row.hasNone
            ? 'never'
            : 'unknown'
          : relativeText(Math.min(newest, now), present)}
        <span className={`${classes.line} ${classes.muted}`}>
          {newest !== undefined && formatDayClock(newest, zone)}
        </span>
      </td>
      <td className={classes.next} title={nextText.title}>
        {nextText.text}
        <span className={`${classes.line} ${classes.muted}`}>{nextText.note}</span>
      </td>
      <td className={classes.schedule} title={canary.schedule}>
        <span className={classes.whole}>{scheduleText(canary.schedule)}</span>
      </td>
    </tr>
  );
}

const durationText = (ms: number | undefined) => (ms === undefined ? '–' : formatDuration(ms));
