'use client';

import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import type { FoundOutliers } from '../outliers/use-outliers';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

/** Menu items that save all outliers, and copy the calls whose rows have them. */
export function OutliersItems({ found }: { found: FoundOutliers }) {
  const { outliers, reasonOf, isTooShort, shown } = found;
  const { asked, costs, table } = shown;
  const fileName = useFileName(asked, costs, table.keys)('outliers');
  const { segments } = table.rows.buckets;
  return (
    <>
      {!costs.isCut && !isTooShort && (
        <CsvItem
          label={`All ${counted(outliers.length, 'outlier')}`}
          records={async () => {
            const { outliersCsv } = await import('@/lib/farm/export/outliers-csv');
            return outliersCsv(outliers, { period: table.period, segments, reasonOf });
          }}
          fileName={`${fileName}.csv`}
        />
      )}
      <CallsItems asked={asked} isCut={costs.isCut} fileName={fileName} />
    </>
  );
}
