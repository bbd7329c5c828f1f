'use client';

import { Menu } from '@mantine/core';
import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import { costsScript } from '@/lib/farm/export/costs-script';
import type { Names } from '@/lib/farm/names';
import type { RowOrder } from '@/lib/farm/row-order';
import type { Statistic } from '@/lib/farm/session-statistics';
import { CliItem } from '../aws/cli-item';
import type { ShownCosts } from '../costs/costs-on-screen';
import { useFileName } from './use-file-name';

type RowsItemsProps = { shown: ShownCosts; order: RowOrder; statistic: Statistic; names: Names };

/** A menu item that saves every row of the table, not only those of a page. */
export function RowsItems({ shown, order, statistic, names }: RowsItemsProps) {
  const fileName = useFileName(shown);
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
      <Menu.Label>Calls to AWS</Menu.Label>
      <CliItem script={(place) => costsScript(shown.asked, place)} fileName={fileName('rows')} />
      <Menu.Divider />
    </>
  );
}
