import { csvRecord } from '@/lib/download/csv';
import { hoursOf } from '../amounts';
import { STATISTIC_LABELS } from '../labels';
import type { Series } from '../series';
import { isAdditive } from '../statistics';
import { TIME_HEADINGS, timeCells } from './csv-columns';

/**
 * The amounts of a chart as records of a CSV file: a record for each bar, a column for each category, and their sum. `what` the
 * amounts are is in the headings. A bar without sessions of a category has an empty cell.
 */
export function* chartCsv(what: string, series: Series): Generator<string> {
  const { measure, statistic, buckets, categories, amounts, span, segments } = series;
  const unit = measure === 'costUsd' ? 'US $' : 'hours';
  const of = statistic === 'SUM' ? '' : `, ${STATISTIC_LABELS[statistic].toLowerCase()}`;
  const heading = (name: string) => `${name}: ${what}, ${unit}${of}`;
  const inUnit = (amount: number | undefined) => (measure === 'costUsd' ? amount : amount && hoursOf(amount));
  yield csvRecord([
    ...TIME_HEADINGS,
    ...categories.map(({ name }) => heading(name)),
    heading(isAdditive(statistic) ? 'Sum' : 'All'),
  ]);
  for (const [index, bucket] of buckets.entries()) {
    yield csvRecord([
      ...timeCells(bucket, span, segments),
      ...categories.map((category) => inUnit(category.amounts[index])),
      inUnit(amounts[index]),
    ]);
  }
}
