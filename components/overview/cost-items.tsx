'use client';

import { CsvItem } from '@/components/download/csv-item';
import type { ShownCosts } from '@/components/farm/costs/costs-on-screen';
import { CallsItems } from '@/components/farm/export/calls-items';
import { useFileName } from '@/components/farm/export/use-file-name';
import type { Series } from '@/lib/farm/series';

type CostItemsProps = { shown: ShownCosts; series: Series };

/** Menu items that save the amounts of the bars, and copy the calls to AWS. */
export function CostItems({ shown: { asked, costs, table }, series }: CostItemsProps) {
  const name = useFileName(asked, costs, table.keys)('cost');
  return (
    <>
      <CsvItem
        label="Amounts of the chart"
        records={async () => (await import('@/lib/farm/export/chart-csv')).chartCsv('cost', series)}
        fileName={`${name}.csv`}
      />
      <CallsItems asked={asked} isCut={costs.isCut} fileName={name} />
    </>
  );
}
