'use client';

import { Menu } from '@mantine/core';
import { CsvItem } from '@/components/download/csv-item';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { fileTime } from '@/lib/download/file-time';
import type { ListedFarm } from '@/lib/farm/export/farms-csv';

/** A menu item that saves the costs of farms, as far as they are known. */
export function FarmsItems({ farms }: { farms: readonly ListedFarm[] }) {
  const { span } = useRange();
  const known = farms.filter(({ summary }) => summary).length;
  return (
    <>
      <CsvItem
        label={
          known < farms.length
            ? `Costs of ${known} of ${counted(farms.length, 'farm')} so far`
            : `Costs of ${counted(farms.length, 'farm')}`
        }
        records={async () => (await import('@/lib/farm/export/farms-csv')).farmsCsv(farms)}
        fileName={`farms_${fileTime(span.from)}_${fileTime(span.to)}.csv`}
      />
      <Menu.Divider />
    </>
  );
}
