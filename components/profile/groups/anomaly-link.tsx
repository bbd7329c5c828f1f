'use client';

import { Anchor } from '@mantine/core';
import { PageLink } from '@/components/range/page-link';
import { useRangeHref } from '@/components/range/use-range-href';
import { type AnomalyMark, countAnomalies } from '@/lib/profile/range/anomalies';
import { absoluteRange } from '@/lib/time/range';
import { anomalyTimeText, countedAnomalies, sinceText } from '../frame-text/anomaly-text';
import { formatCount } from '../frame-text/format-samples';
import classes from './groups.module.css';

type AnomalyLinkProps = {
  group: string;
  marks: readonly AnomalyMark[];
  /** How they are less than all of the range. */
  notes: readonly string[];
  zone: string;
};

/** The number of a group's anomalies, linked to the time of the newest one, of those that still last if there are any. */
export function AnomalyLink({ group, marks, notes, zone }: AnomalyLinkProps) {
  const href = useRangeHref();
  const newest = marks.findLast(({ isLasting }) => isLasting) ?? marks.at(-1);
  const note = notes.length > 0 && (
    <span className={classes.note} title={notes.join(' ')}>
      in a part of the range<span className={classes.hidden}>: {notes.join(' ')}</span>
    </span>
  );
  if (!newest)
    return (
      <span className={classes.muted}>
        none
        {note}
      </span>
    );
  const names = newest.anomalies.map(({ name }) => name).slice(0, 5);
  const title = `${newest.isLasting ? 'Still lasts' : 'The newest'}: ${names.join(', ').slice(0, 300)}, ${anomalyTimeText(newest, zone)}`;
  return (
    <>
      <Anchor
        component={PageLink}
        href={href(`/profiles/${encodeURIComponent(group)}`, absoluteRange(newest))}
        size="xs"
        className={classes.anomaly}
        title={title}
        aria-label={countedAnomalies(marks)}
      >
        <span aria-hidden>◆ </span>
        {formatCount(countAnomalies(marks))}
      </Anchor>
      {newest.isLasting && (
        <span className={classes.note} title={title}>
          {sinceText(newest.from, zone)}
        </span>
      )}
      {note}
    </>
  );
}
