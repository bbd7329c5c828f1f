import { MAX_NARROW, type SampleColumn } from './sample-column';
import { sumSubtrees } from './sum-subtrees';

/** Self samples of a state by node, and their sum. */
export type SummedSelf = { column: SampleColumn; sum: number };

/** Adds up a column of self samples. */
export function summed(column: SampleColumn): SummedSelf {
  let sum = 0;
  for (let node = 0; node < column.length; node++) sum += column[node] ?? 0;
  return { column, sum };
}

/** Columns of totals → those that nobody has read yet: state → its self samples. */
const unreadOf = new WeakMap<readonly SampleColumn[], Map<number, SummedSelf>>();

/** The total samples of each state, summed when something first reads them, because a view needs only those of some states. */
export function totalsOnDemand(parent: Uint32Array, self: readonly SummedSelf[]): SampleColumn[] {
  const totals: SampleColumn[] = [];
  const unread = new Map<number, SummedSelf>();
  for (const [state, each] of self.entries()) {
    const read = (): SampleColumn => {
      const value = sumSubtrees(parent, each.column);
      Object.defineProperty(totals, state, { value, enumerable: true });
      unread.delete(state);
      return value;
    };
    if (each.column instanceof Uint32Array && each.sum <= MAX_NARROW) {
      Object.defineProperty(totals, state, { get: read, enumerable: true, configurable: true });
      unread.set(state, each);
    } else totals[state] = sumSubtrees(parent, each.column);
  }
  unreadOf.set(totals, unread);
  return totals;
}

/** The samples of the root in one state, without summing those of all nodes. */
export const rootTotal = (totals: readonly SampleColumn[], state: number): number =>
  unreadOf.get(totals)?.get(state)?.sum ?? totals[state]?.[0] ?? 0;

/** The columns that exist already. */
export function readTotals(totals: readonly SampleColumn[]): SampleColumn[] {
  const unread = unreadOf.get(totals);
  if (!unread) return [...totals];
  return [...totals.keys()].flatMap((state) => {
    const column = unread.has(state) ? undefined : totals[state];
    return column ? [column] : [];
  });
}

/** Bytes of the columns that don't exist yet; they have the type of the self samples. */
export const unreadBytes = (totals: readonly SampleColumn[]): number =>
  [...(unreadOf.get(totals)?.values() ?? [])].reduce((sum, { column }) => sum + column.byteLength, 0);
