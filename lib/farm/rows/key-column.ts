import { GrowingColumn } from './growing-column';

/** The values of one key in the rows: indexes into the different ones; '' where a row has none. */
export type KeyColumn = { ids: string[]; known: Map<string, number>; index: GrowingColumn };

/** More different values of a key don't fit into a row's number. */
export const MAX_VALUES = 2 ** 20;

export const emptyColumn = (): KeyColumn => ({ ids: [], known: new Map(), index: new GrowingColumn() });

/** The index of a value, which is added if it is new. */
export function indexIn({ ids, known }: KeyColumn, id: string): number {
  const index = known.get(id);
  if (index !== undefined) return index;
  if (ids.length === MAX_VALUES) throw new Error('A key has too many different values.');
  known.set(id, ids.length);
  return ids.push(id) - 1;
}
