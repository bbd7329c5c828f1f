import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Route } from 'next';
import { formatNumber } from '@/lib/answer/format-number';
import { hoursOf } from '@/lib/farm/amounts';
import type { JobTotals } from '@/lib/farm/jobs/roll-up';
import { cellText } from '@/lib/farm/totals/cell-text';
import { ratio } from '@/lib/farm/totals/total-columns';
import { PlaceLink } from '../path/place-link';
import totals from '../totals/totals-table.module.css';
import classes from './jobs.module.css';

/** A line of a table of jobs: a job, a part of names, or what is in neither. */
export type JobLine = JobTotals & {
  id: string;
  name: string;
  title?: string;
  jobCount: number;
  /** From 0 for the outermost. */
  depth: number;
  href?: Route;
  /** Whether its parts are shown; undefined for a line without any. */
  isOpen?: boolean;
  onToggle?(): void;
};

type JobRowProps = { line: JobLine; wholeUsd: number; hasJobs: boolean };

/** A line with its figures. */
export function JobRow({ line, wholeUsd, hasJobs }: JobRowProps) {
  const {
    name,
    title = name,
    depth,
    href,
    isOpen,
    onToggle,
    jobCount,
    costUsd,
    runtimeSeconds,
    records,
  } = line;
  return (
    <>
      <th scope="row" className={totals.name} title={title}>
        <div className={classes.name} style={{ paddingLeft: depth * 16 }}>
          {isOpen === undefined ? (
            <span className={classes.text}>
              <PlaceLink href={href}>{name}</PlaceLink>
            </span>
          ) : (
            <UnstyledButton
              className={classes.part}
              aria-expanded={isOpen}
              aria-label={`Parts of ${name}`}
              onClick={onToggle}
            >
              {isOpen ? (
                <IconChevronDown size={14} aria-hidden />
              ) : (
                <IconChevronRight size={14} aria-hidden />
              )}
              <span className={classes.text}>{name}</span>
            </UnstyledButton>
          )}
        </div>
      </th>
      <td className={totals.figure}>{cellText('cost', costUsd)}</td>
      <td className={totals.figure}>{cellText('share', ratio(costUsd, wholeUsd))}</td>
      <td className={totals.figure}>{cellText('hours', hoursOf(runtimeSeconds))}</td>
      {hasJobs && <td className={totals.figure}>{formatNumber(jobCount)}</td>}
      <td className={totals.figure}>{formatNumber(records)}</td>
    </>
  );
}
