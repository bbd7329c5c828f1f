'use client';

import { useQueryStates } from 'nuqs';
import { SortButton } from '@/components/panel/sort-button';
import { directionOf, nextOrder } from '@/lib/answer/table-order';
import type { CanaryColumn } from '@/lib/canary/list/sort-rows';
import { canaryListParams } from './list-params';
import classes from './list-table.module.css';

const COLUMNS: { by?: CanaryColumn; label: string; className?: string | undefined; isFigure?: boolean }[] = [
  { by: 'name', label: 'Canary', className: classes.name },
  { by: 'state', label: 'State now', className: classes.state },
  { label: 'Runs in the range', className: classes.strip },
  { by: 'availability', label: 'Availability', className: classes.availability, isFigure: true },
  { by: 'p50', label: 'p50', className: classes.duration, isFigure: true },
  { by: 'p95', label: 'p95', className: classes.duration, isFigure: true },
  { by: 'last', label: 'Last run', className: classes.time },
  { by: 'next', label: 'Next run', className: classes.next },
  { label: 'Schedule', className: classes.schedule },
];

/** Columns that are of interest at their highest, or newest, first. */
const DESCENDING_FIRST: readonly CanaryColumn[] = ['p50', 'p95', 'last'];

/** The headings of the list, most of which sort by their column. */
export function ListHead() {
  const [{ sort }, change] = useQueryStates(canaryListParams);
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map(({ by, label, className, isFigure }) => (
          <th key={label} scope="col" className={className} aria-sort={by && directionOf(sort, by)}>
            {by ? (
              <SortButton
                direction={directionOf(sort, by)}
                isFigure={isFigure}
                onClick={() =>
                  void change(
                    { sort: nextOrder(sort, by, DESCENDING_FIRST.includes(by)) },
                    { history: 'push' },
                  )
                }
              >
                {label}
              </SortButton>
            ) : (
              label
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
