import { compareNames } from '@/lib/answer/compare-names';
import type { TopFunction } from '@/lib/profile/transform/top-functions';
import type { Order } from '../settings/profile-settings';

const byName = (a: TopFunction, b: TopFunction) => compareNames(a.name, b.name);

/** Compares functions in the order of the table and of the summary. */
export const COMPARE_FUNCTIONS: Record<Order, (a: TopFunction, b: TopFunction) => number> = {
  self: (a, b) => b.self - a.self || b.total - a.total || byName(a, b),
  total: (a, b) => b.total - a.total || b.self - a.self || byName(a, b),
  name: byName,
};
