import type { TotalsColumn } from '@/lib/farm/totals/total-columns';

export type Heading = { column: TotalsColumn; label: string; title: string };

const COST: Heading[] = [
  { column: 'cost', label: 'Cost, US\u00a0$', title: 'Cost of all usage types' },
  { column: 'share', label: 'Share, %', title: 'Share of the cost of all rows' },
];
const CHANGE: Heading[] = [
  { column: 'change', label: 'Change, US\u00a0$', title: 'Cost less that of the earlier period' },
  { column: 'growth', label: 'Change, %', title: 'Change relative to the cost of the earlier period' },
];
const COMPUTE: Heading[] = [
  { column: 'hours', label: 'Compute, hours', title: 'Hours of the usage type compute alone' },
  {
    column: 'rate',
    label: 'Compute, US\u00a0$ per hour',
    title: 'Cost of compute alone divided by its hours',
  },
];
const RUNTIME: Heading[] = [
  { column: 'hours', label: 'Runtime, hours', title: 'Hours of compute, licences and volumes together' },
];
const RECORDS: Heading[] = [
  { column: 'average', label: 'Cost per record, US\u00a0$', title: 'Average cost of a usage record' },
  { column: 'records', label: 'Records', title: 'Usage records' },
];

/** Which of the columns a table has. */
export type HasColumns = { hasCompute: boolean; hasChange: boolean };

/** The columns of figures. Without usage types there are no hours of compute, and hours of all usage have no meaningful rate. */
export const headings = ({ hasCompute, hasChange }: HasColumns): Heading[] => [
  ...COST,
  ...(hasChange ? CHANGE : []),
  ...(hasCompute ? COMPUTE : RUNTIME),
  ...RECORDS,
];
