'use client';

import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import type { Names } from '@/lib/farm/names';
import type { RowOrder } from '@/lib/farm/row-order';
import type { Statistic } from '@/lib/farm/session-statistics';
import type { ShownCosts } from '../costs/costs-on-screen';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

type RowsItemsProps = { shown: ShownCosts; order: RowOrder; statistic: Statistic; names: Names };

/** A menu item that saves every row of the table, not only those of a page. */
export function RowsItems({ shown, order, statistic, names }: RowsItemsProps) {
  const fileName = useFileName(shown.asked, shown.costs, shown.table.keys);
  const { table } = shown;
  return (
    <>
      <CsvItem
        label={`All ${counted(table.rows.length, 'row')}, every statistic`}
        records={async () => {
          const { rowsCsv } = await import('@/lib/farm/export/rows-csv');
          return rowsCsv(table, { order, statistic, names });
        }}
        fileName={`${fileName('rows')}.csv`}
      />
      <CallsItems asked={shown.asked} fileName={fileName('rows')} />
    </>
  );
}
