'use client';

import { Anchor } from '@mantine/core';
import { PageLink } from '@/components/range/page-link';
import { useRangeHref } from '@/components/range/use-range-href';
import { counted } from '@/lib/answer/counted';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import { formatSpan } from '@/lib/time/format';
import { absoluteRange } from '@/lib/time/range';
import classes from './groups.module.css';

type AnomalyLinkProps = {
  group: string;
  marks: readonly AnomalyMark[];
  /** How they are less than all of the range. */
  notes: readonly string[];
  zone: string;
};

/** The number of a group's anomalies, linked to the time of the newest one. */
export function AnomalyLink({ group, marks, notes, zone }: AnomalyLinkProps) {
  const href = useRangeHref();
  const newest = marks.at(-1);
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
  const title = `The newest: ${newest.names.slice(0, 5).join(', ').slice(0, 300)}, ${formatSpan(newest, zone)}`;
  return (
    <>
      <Anchor
        component={PageLink}
        href={href(`/profiles/${encodeURIComponent(group)}`, absoluteRange(newest))}
        size="xs"
        className={classes.anomaly}
        title={title}
      >
        <span aria-hidden>◆ </span>
        {marks.length}
        <span className={classes.hidden}>
          {' '}
          {counted(marks.length, 'anomaly', 'anomalies').replace(/^\S+ /, '')}
        </span>
      </Anchor>
      {note}
    </>
  );
}
