'use client';

import { Menu } from '@mantine/core';
import { CliItem } from '@/components/download/cli-item';
import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import { farmsScript } from '@/lib/farm/export/farms-script';
import { farmsFileName } from '@/lib/farm/export/file-name';
import type { FarmCost } from '../all/use-farm-costs';

/** Menu items that save the costs of farms, as far as they are known, and copy the calls to AWS. */
export function FarmsItems({ farms }: { farms: readonly FarmCost[] }) {
  const name = farmsFileName('farms', farms[0]?.span);
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
        fileName={`${name}.csv`}
      />
      <Menu.Label>Calls to AWS</Menu.Label>
      <CliItem script={(place) => farmsScript(farms.map(scripted), place)} fileName={name} />
      <Menu.Divider />
    </>
  );
}

const scripted = ({ farm, asked, costs, earlier }: FarmCost) => ({
  ...{ farmId: farm.farmId, asked, isCut: costs?.isCut ?? false },
  earlier: earlier?.state === 'known' ? earlier.query : undefined,
});
