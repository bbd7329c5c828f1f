import type { TotalsColumn } from '@/lib/farm/totals/total-columns';

export type Heading = { column: TotalsColumn; label: string; title: string };

const COST: Heading = { column: 'cost', label: 'Cost, US\u00a0$', title: 'Cost of all usage types' };
const SHARE: Heading = { column: 'share', label: 'Share, %', title: 'Share of the cost of all rows' };
const AVERAGE: Heading = {
  column: 'average',
  label: 'Cost per record, US\u00a0$',
  title: 'Average cost of a usage record',
};
const RECORDS: Heading = { column: 'records', label: 'Records', title: 'Usage records' };

/** The columns of figures. Without usage types there are no hours of compute, and hours of all usage have no meaningful rate. */
export const headings = (hasCompute: boolean): Heading[] => [
  COST,
  SHARE,
  ...(hasCompute
    ? ([
        { column: 'hours', label: 'Compute, hours', title: 'Hours of the usage type compute alone' },
        {
          column: 'rate',
          label: 'Compute, US\u00a0$ per hour',
          title: 'Cost of compute alone divided by its hours',
        },
      ] satisfies Heading[])
    : ([
        {
          column: 'hours',
          label: 'Runtime, hours',
          title: 'Hours of compute, licences and volumes together',
        },
      ] satisfies Heading[])),
  AVERAGE,
  RECORDS,
];
