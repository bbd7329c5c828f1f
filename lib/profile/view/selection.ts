import { normalizeQuery } from '../transform/search';
import type { SampleColumn } from '../tree/sample-column';
import { chosenStates } from '../tree/states';
import type { FrameChoice, ViewChoice } from './choice';
import type { IndexedTree } from './indexed-tree';

/** A choice resolved against a tree. */
export type Selection = {
  states: string[];
  /** Node → total samples over the states. */
  samples: SampleColumn;
  focus: { key: string; node: number };
  /** Name index → 1 where the search matches; undefined without a search or when it failed. */
  matching?: Uint8Array;
  searchError?: string;
};

/** `hasTimeLeft` limits the search. */
export function select(
  indexed: IndexedTree,
  { data, focus: key = '', search = '', view = 'overview' }: FrameChoice & Pick<ViewChoice, 'view'>,
  hasTimeLeft?: () => boolean,
): Selection {
  const states = chosenStates(data, indexed.tree.states);
  // The focus of the other views isn't a frame of this tree.
  const node = view === 'overview' ? indexed.nodeAt(key) : 0;
  const wanted = normalizeQuery(search);
  return {
    states,
    samples: indexed.total(states),
    focus: node === undefined ? { key: '', node: 0 } : { key, node },
    ...(wanted !== '' && indexed.search(wanted, hasTimeLeft)),
  };
}
