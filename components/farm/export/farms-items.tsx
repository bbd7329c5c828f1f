'use client';

import { Menu } from '@mantine/core';
import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import type { ListedFarm } from '@/lib/farm/export/farms-csv';
import { farmsFileName } from '@/lib/farm/export/file-name';
import type { Span } from '@/lib/time/range';

/** A menu item that saves the costs of farms, as far as they are known. */
export function FarmsItems({ farms }: { farms: readonly (ListedFarm & { span: Span })[] }) {
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
        fileName={`${farmsFileName(farms[0]?.span)}.csv`}
      />
      <Menu.Divider />
    </>
  );
}
