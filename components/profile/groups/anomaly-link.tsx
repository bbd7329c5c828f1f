'use client';

import { Anchor } from '@mantine/core';
import { PageLink } from '@/components/range/page-link';
import { useRangeHref } from '@/components/range/use-range-href';
import { type AnomalyMark, countAnomalies } from '@/lib/profile/range/anomalies';
import { absoluteRange } from '@/lib/time/range';
import {
  anomalyNames,
  countedAnomalies,
  lastingFirst,
  listedAnomalies,
  sinceText,
} from '../frame-text/anomaly-text';
import { formatCount } from '../frame-text/format-samples';
import { FunctionName } from '../frame-text/function-name';
import classes from './groups.module.css';

type AnomalyLinkProps = {
  group: string;
  marks: readonly AnomalyMark[];
  /** How they are less than all of the range. */
  notes: readonly string[];
  zone: string;
};

/** Maximum number of anomalies in the tooltip. */
const MAX_LISTED = 5;

/** The number of a group's anomalies, linked to the time of the newest one, of those that still last if there are any. */
export function AnomalyLink({ group, marks, notes, zone }: AnomalyLinkProps) {
  const href = useRangeHref();
  const [newest] = lastingFirst(marks);
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
  const all = listedAnomalies(marks, zone);
  const more = all.length > MAX_LISTED ? [`${all.length - MAX_LISTED} more`] : [];
  const title = `${countedAnomalies(marks)}: ${[...all.slice(0, MAX_LISTED), ...more].join('; ')}`;
  return (
    <>
      <Anchor
        component={PageLink}
        href={href(`/profiles/${encodeURIComponent(group)}`, absoluteRange(newest))}
        size="xs"
        className={classes.anomaly}
        title={title}
        aria-label={title}
      >
        <span aria-hidden>◆ </span>
        {formatCount(countAnomalies(marks))}
        <FunctionName label={anomalyNames([{ anomalies: newest.anomalies.slice(0, 1) }])} />
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
