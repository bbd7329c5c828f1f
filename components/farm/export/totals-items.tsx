'use client';

import { useQueryStates } from 'nuqs';
import { CsvItem } from '@/components/download/csv-item';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { jobNamesOfBoth } from '@/lib/farm/compare/job-names-of-both';
import type { Names } from '@/lib/farm/names';
import type { GroupFigures } from '@/lib/farm/totals/group-figures';
import { findGroups, groupLabels } from '@/lib/farm/totals/group-labels';
import { orderGroups } from '@/lib/farm/totals/order-groups';
import type { ShownCosts } from '../costs/costs-on-screen';
import { headings } from '../totals/headings';
import { shownOrder, totalsParams } from '../totals/totals-params';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

type TotalsItemsProps = {
  shown: ShownCosts;
  earlier: EarlierCosts | undefined;
  figures: GroupFigures;
  names: Names;
};

/** A menu item that saves the table of totals: the groups that were found, in its order. */
export function TotalsItems({ shown: shownCosts, earlier, figures, names }: TotalsItemsProps) {
  const [{ totals, find }] = useQueryStates(totalsParams);
  const fileName = useFileName(shownCosts.asked, shownCosts.costs, shownCosts.table.keys);
  const { table, costs } = shownCosts;
  const records = async () => {
    const { totalsCsv } = await import('@/lib/farm/export/totals-csv');
    const { groups, columns, hasCompute } = figures;
    const labelOf = groupLabels(groups, table.keys, names, jobNamesOfBoth(costs, earlier));
    const found = findGroups(groups.ids.length, labelOf, find);
    const columnHeadings = headings({ hasCompute, hasChange: earlier?.state === 'known' });
    const order = shownOrder(totals, columnHeadings);
    const shown = orderGroups(found, order, columns, (group) => labelOf(group).name);
    return totalsCsv(figures, { keys: table.keys, labelOf, shown, headings: columnHeadings });
  };
  return (
    <>
      <CsvItem
        label={find.trim() === '' ? 'All groups' : 'The groups that were found'}
        records={records}
        fileName={`${fileName('totals')}.csv`}
      />
      <CallsItems
        asked={shownCosts.asked}
        isCut={costs.isCut}
        earlier={earlier?.state === 'known' ? earlier.query : undefined}
        fileName={fileName('totals')}
      />
    </>
  );
}
