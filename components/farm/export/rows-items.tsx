'use client';

import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import type { Names } from '@/lib/farm/names';
import type { RowOrder } from '@/lib/farm/row-order';
import type { Statistic } from '@/lib/farm/session-statistics';
import type { ShownCosts } from '../costs/costs-on-screen';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

type RowsItemsProps = {
  shown: ShownCosts;
  order: RowOrder;
  /** The text that is searched for. */
  find: string;
  statistic: Statistic;
  names: Names;
};

/** A menu item that saves the rows of all pages of the table. */
export function RowsItems({ shown, order, find, statistic, names }: RowsItemsProps) {
  const fileName = useFileName(shown.asked, shown.costs, shown.table.keys);
  const { table } = shown;
  return (
    <>
      <CsvItem
        label={
          find.trim() === ''
            ? `All ${counted(table.rows.length, 'row')}, every statistic`
            : 'The rows that were found, every statistic'
        }
        records={async () => {
          const { rowsCsv } = await import('@/lib/farm/export/rows-csv');
          return rowsCsv(table, { order, find, statistic, names });
        }}
        fileName={`${fileName('rows')}.csv`}
      />
      <CallsItems asked={shown.asked} isCut={shown.costs.isCut} fileName={fileName('rows')} />
    </>
  );
}
