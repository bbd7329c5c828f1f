'use client';

import { RangeLink } from '@/components/range/range-link';
import classes from './groups.module.css';
import { HottestLink } from './hottest-link';
import { reportedText } from './reported-text';
import { pointsText } from './summary-text';
import type { GroupRowData } from './use-group-rows';

type GroupNameProps = { row: GroupRowData; zone: string };

/** Keeps the line of figures that aren't read yet, so that no row below moves. */
const NO_BREAK_SPACE = '\u00a0';

const PLATFORMS: Record<string, string> = { Default: 'Server', AWSLambda: 'AWS Lambda' };

/** The name of a group, linked to its page, and below it the figures whose columns a narrow window leaves out. */
export function GroupName({ row, zone }: GroupNameProps) {
  const { group, summary, isEmpty } = row;
  const points = summary && pointsText(summary.data);
  return (
    <>
      <RangeLink href={`/profiles/${encodeURIComponent(group.name)}`} size="xs" ff="monospace">
        {group.name}
      </RangeLink>
      <span className={`${classes.note} ${classes.platform}`}>
        {PLATFORMS[group.computePlatform] ?? group.computePlatform}
      </span>
      {!isEmpty && (
        <div className={`${classes.narrow} ${classes.twoLines}`}>
          {summary && <HottestLink summary={summary.data} />}
        </div>
      )}
      <div className={classes.medium}>
        {!isEmpty && (
          <span className={classes.note} title={points?.title}>
            {points ? `Change of the hottest function: ${points.text}` : NO_BREAK_SPACE}
          </span>
        )}
        <span className={classes.note}>Last report: {reportedText(group, zone)}</span>
      </div>
    </>
  );
}
