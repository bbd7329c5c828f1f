import { csvRecord } from '@/lib/download/csv';
import { hoursOf, type Measure } from '../amounts';
import { runtimeLabel, STATISTIC_LABELS } from '../labels';
import { labelOf, type Names } from '../names';
import { orderRows, type RowOrder } from '../row-order';
import type { CostTable } from '../rows/cost-table';
import { findRows } from '../rows/find-rows';
import { STATISTICS, type Statistic } from '../session-statistics';
import { amountOf } from '../statistics';
import { keyCells, keyHeadings, TIME_HEADINGS, timeCells } from './csv-columns';

type RowsCsvOptions = {
  order: RowOrder;
  /** Only rows with this text in a name or id; an empty one is in all. */
  find: string;
  statistic: Statistic;
  names: Names;
};

/** The rows of a table as records of a CSV file, in the order of the page, with every statistic. */
export function* rowsCsv(
  { rows, keys, span }: CostTable,
  { order, find, statistic, names }: RowsCsvOptions,
): Generator<string> {
  const { segments } = rows.buckets;
  yield csvRecord([
    ...TIME_HEADINGS,
    ...keyHeadings(keys),
    ...STATISTICS.map((of) => `Cost, US $, ${STATISTIC_LABELS[of].toLowerCase()}`),
    ...STATISTICS.map((of) => `${runtimeLabel(keys)}, hours, ${STATISTIC_LABELS[of].toLowerCase()}`),
    'Records',
  ]);
  for (const at of findRows(orderRows(rows, order, statistic, names), rows, keys, names, find)) {
    const row = rows.at(at);
    const amounts = (measure: Measure) => STATISTICS.map((of) => amountOf(row, measure, of));
    const labels = keys.map((key) => labelOf(row, key, names));
    yield csvRecord([
      ...timeCells(row, span, segments),
      ...keyCells(keys, labels),
      ...amounts('costUsd'),
      ...amounts('runtimeSeconds').map((seconds) => seconds && hoursOf(seconds)),
      row.count,
    ]);
  }
}
