import { orderParam } from '@/lib/answer/order-param';
import type { TotalsOrder } from '@/lib/farm/totals/order-groups';
import { TOTALS_COLUMNS } from '@/lib/farm/totals/total-columns';
import { findParam, MAX_FIND_LENGTH } from '../find-param';

export const BY_COST: TotalsOrder = { by: 'cost', descending: true };

/** The order of the table: by cost when the wanted column is not among the shown ones. */
export const shownOrder = (wanted: TotalsOrder, headings: readonly { column: string }[]): TotalsOrder =>
  wanted.by === 'name' || headings.some(({ column }) => column === wanted.by) ? wanted : BY_COST;

/** The parameters of the table of totals in the URL of a farm: its order, and the text that finds groups. */
export const totalsParams = {
  totals: orderParam(['name', ...TOTALS_COLUMNS]).withDefault(BY_COST),
  find: findParam,
};

export const TOTALS_SENTENCES = {
  totals: 'The order of the totals in this link is unknown. Showing the most expensive first.',
  find: `The search in this link is longer than ${MAX_FIND_LENGTH} characters. Showing all groups.`,
};
