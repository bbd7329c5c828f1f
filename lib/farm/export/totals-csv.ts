import { type CsvCell, csvRecord } from '@/lib/download/csv';
import type { RowLabel } from '../names';
import type { GroupKey } from '../session-statistics';
import { cellText } from '../totals/cell-text';
import type { GroupFigures } from '../totals/group-figures';
import type { TotalsColumn } from '../totals/total-columns';
import { keyCells, keyHeadings } from './csv-columns';

type TotalsCsvOptions = {
  keys: readonly GroupKey[];
  labelOf(group: number): RowLabel;
  /** The groups, in order. */
  shown: readonly number[];
  /** The columns of figures, with their units. */
  headings: readonly { column: TotalsColumn; label: string }[];
};

/** The totals of groups as records of a CSV file, without their sum, which would count twice in a spreadsheet. */
export function* totalsCsv({ columns }: GroupFigures, options: TotalsCsvOptions): Generator<string> {
  const { keys, labelOf, shown, headings } = options;
  yield csvRecord([...keyHeadings(keys), ...headings.map(({ label }) => label.replaceAll('\u00a0', ' '))]);
  for (const group of shown) {
    const figures = headings.map(({ column }) => figureCell(column, columns[column][group] ?? Number.NaN));
    yield csvRecord([...keyCells(keys, labelOf(group).parts), ...figures]);
  }
}

/** Percentages where the table has them, and its words for groups without a growth. */
function figureCell(column: TotalsColumn, value: number): CsvCell {
  if (column === 'growth' && Math.abs(value) === Number.POSITIVE_INFINITY) return cellText(column, value);
  return column === 'share' || column === 'growth' ? value * 100 : value;
}
