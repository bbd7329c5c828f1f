import { capitalized } from '@/lib/answer/capitalized';
import { counted } from '@/lib/answer/counted';
import type { SummedFigure } from '../covers-text';

/** How many farms a sum has. */
export type FarmCount = {
  /** All farms of the account. */
  all: number;
  /** Those whose whole cost is in the sum. */
  known: number;
  /** Whether others are on their way. */
  isLoading: boolean;
};

/** Names the base of shares where that isn't the cost of all farms: `Share of 2 farms`. */
export const farmsShareLabel = ({ all, known }: FarmCount): string =>
  known === all || known === 0 ? 'Share' : `Share of ${counted(known, 'farm')}`;

/** Names a sum of farms. Only that of all farms is a total: `Total cost`, `Cost of 2 of 3 farms`, `Cost of 2 of 3 farms so far`. */
export function farmsSumLabel(what: SummedFigure, { all, known, isLoading }: FarmCount): string {
  if (known === all) return `Total ${what}`;
  const of = `${capitalized(what)} of ${known} of ${counted(all, 'farm')}`;
  return isLoading ? `${of} so far` : of;
}
