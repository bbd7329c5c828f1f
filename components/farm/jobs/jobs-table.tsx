'use client';

import { RowSpace } from '@/components/panel/row-space';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import totals from '../totals/totals-table.module.css';
import { type JobLine, JobRow } from './job-rows';

/** Height of every row and of the headings, pixels. */
const ROW_PX = 32;
const HEAD_PX = 44;
const MAX_VISIBLE_ROWS = 12;
const MAX_SCROLLBAR_PX = 16;

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
  const minHeight = Math.min(lines.length, MAX_VISIBLE_ROWS) * ROW_PX + HEAD_PX + ROW_PX + 1;
  const style = { minHeight, maxHeight: minHeight + MAX_SCROLLBAR_PX };
  const headings = [
    ...['Cost, US\u00a0$', 'Share, %', hasCompute ? 'Compute, hours' : 'Runtime, hours'],
    ...(hasJobs ? ['Jobs'] : []),
    'Records',
  ];
  return (
    <div className={totals.container}>
      <ScrollRegion className={totals.scroll} {...{ label, style, scrollRef }}>
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
      </ScrollRegion>
    </div>
  );
}
