import { nameMatches, normalizeQuery, parseExpression } from '@/lib/profile/transform/search';
import type { TopFunction } from '@/lib/profile/transform/top-functions';
import type { Order } from '../settings/profile-settings';
import { COMPARE_FUNCTIONS } from './function-order';

/** The functions of the table in its order. A text filters them at once, an expression once its answer arrives. */
export function shownFunctions(
  functions: readonly TopFunction[],
  search: string,
  order: Order,
): TopFunction[] {
  const wanted = normalizeQuery(search);
  return functions
    .filter(({ name }) => parseExpression(wanted) || nameMatches(name, wanted))
    .sort(COMPARE_FUNCTIONS[order]);
}
