import { cellText } from '@/lib/farm/totals/cell-text';
import type { TotalColumns } from '@/lib/farm/totals/total-columns';
import type { Heading } from './headings';
import classes from './totals-table.module.css';

type FigureCellsProps = {
  columns: TotalColumns;
  headings: readonly Heading[];
  at: number;
  /** Whether the earlier period's costs are on their way. */
  awaitsChange: boolean;
};

/** The figures of a group in the table of totals. */
export const FigureCells = ({ columns, headings, at, awaitsChange }: FigureCellsProps) =>
  headings.map(({ column }) => (
    <td key={column} className={classes.figure}>
      {awaitsChange && (column === 'change' || column === 'growth')
        ? '…'
        : cellText(column, columns[column][at] ?? Number.NaN)}
    </td>
  ));
