'use client';

import type { ShownCosts } from '../costs/costs-on-screen';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

/** Menu items that copy the calls whose rows have the outliers. */
export function OutliersItems({ shown: { asked, costs, table } }: { shown: ShownCosts }) {
  const fileName = useFileName(asked, costs, table.keys);
  return <CallsItems asked={asked} isCut={costs.isCut} fileName={fileName('outliers')} />;
}
