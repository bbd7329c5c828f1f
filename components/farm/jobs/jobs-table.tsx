'use client';

import { RowSpace } from '@/components/panel/row-space';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { ROW_PX, TotalsScroll } from '../totals/totals-scroll';
import totals from '../totals/totals-table.module.css';
import { type JobLine, JobRow } from './job-rows';

type JobsTableProps = {
  /** What the lines are, for screen readers. */
  label: string;
  /** Heading of the names: `Job`, `Sequence › Shot`. */
  nameLabel: string;
  lines: readonly JobLine[];
  /** The last line, which stays visible. */
  sum: JobLine;
  wholeUsd: number;
  /** Whether hours are of compute alone. */
  hasCompute: boolean;
  /** Whether a line is of several jobs. */
  hasJobs: boolean;
};

/** A table of jobs or of parts of their names, with their sum. */
export function JobsTable(props: JobsTableProps) {
  const { label, nameLabel, lines, sum, wholeUsd, hasCompute, hasJobs } = props;
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(lines.length, ROW_PX);
  const headings = [
    ...['Cost, US\u00a0$', 'Share, %', hasCompute ? 'Compute, hours' : 'Runtime, hours'],
    ...(hasJobs ? ['Jobs'] : []),
    'Records',
  ];
  return (
    <TotalsScroll rowCount={lines.length} {...{ label, scrollRef }}>
      <table className={totals.table} aria-rowcount={lines.length + 2}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={totals.name}>
              {nameLabel}
            </th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={totals.figure}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <RowSpace px={abovePx} />
          {indexes.map((index) => {
            const line = lines[index];
            return (
              line && (
                <tr key={line.id} aria-rowindex={index + 2} style={{ height: ROW_PX }}>
                  <JobRow {...{ line, wholeUsd, hasJobs }} />
                </tr>
              )
            );
          })}
          <RowSpace px={belowPx} />
        </tbody>
        <tfoot>
          <tr aria-rowindex={lines.length + 2} style={{ height: ROW_PX }}>
            <JobRow line={sum} {...{ wholeUsd, hasJobs }} />
          </tr>
        </tfoot>
      </table>
    </TotalsScroll>
  );
}
