import type { CallTree } from '../tree/call-tree';
import { type IndexColumn, indexColumn } from '../tree/columns';
import { depthFirst } from '../tree/depth-first';
import { gather } from '../tree/keep-nodes';
import {
  emptyLocations,
  type Locations,
  mergeLocation,
  narrowLocations,
  type WideLocations,
} from '../tree/source-locations';

/** The frames of two trees as one tree, and for each of the two: node → united node. */
type Union = {
  frames: Omit<CallTree, 'states' | 'self' | 'total'>;
  into: readonly [Uint32Array, Uint32Array];
};

/**
 * Unites the frames of two trees by their path of names; neither may have siblings of the same name. Frames of the first
 * tree come before those that only the second has. Linear, with lookups only among the children of one frame.
 */
export function unite(first: CallTree, second: CallTree): Union {
  const names = oneTable(first.names, second.names);
  const files = oneTable(first.files, second.files);
  const name = gather(new Uint32Array(second.name.length), second.name, names.second);
  const matched = matchFrames(first, { ...second, name }, names.texts.length);
  const { position, parent, depth, end } = depthFirst(matched.parent);
  const into = [
    position.subarray(0, first.name.length),
    gather(new Uint32Array(name.length), matched.into, position),
  ] as const;
  const file = new Int32Array(second.file.length);
  for (let node = 0; node < file.length; node++) {
    const own = second.file[node] ?? -1;
    file[node] = own < 0 ? own : (files.second[own] ?? -1);
  }
  const locations = emptyLocations(position.length);
  addLocations(locations, into[0], first, files.texts);
  addLocations(locations, into[1], { ...second, file }, files.texts);
  const united = indexColumn(position.length, names.texts.length - 1);
  scatter(united, into[1], name);
  scatter(united, into[0], first.name);
  return {
    frames: {
      names: names.texts,
      files: files.texts,
      name: united,
      parent,
      depth,
      end,
      ...narrowLocations(locations),
    },
    into,
  };
}

/** Merges two string tables. Those of the first keep their indexes; `second` maps the indexes of the second. */
function oneTable(
  first: readonly string[],
  second: readonly string[],
): { texts: string[]; second: Uint32Array } {
  const texts = [...first];
  const known = new Map<string, number>();
  first.forEach((text, i) => {
    known.set(text, i);
  });
  const indexes = Uint32Array.from(second, (text) => known.get(text) ?? texts.push(text) - 1);
  return { texts, second: indexes };
}

/** Maps the nodes of the second tree to nodes of the first or to new ones, given that both use one table of names. */
function matchFrames(
  first: CallTree,
  second: CallTree,
  names: number,
): { into: Uint32Array; parent: Uint32Array } {
  const [size, secondSize] = [first.name.length, second.name.length];
  const into = new Uint32Array(secondSize);
  const parent = new Uint32Array(size + secondSize);
  parent.set(first.parent);
  let count = size;
  /** Name → child of the current frame, valid only where `knownFor` is 1 + the current node of the second tree. */
  const childOf = new Uint32Array(names);
  const knownFor = new Uint32Array(names);
  for (let node = 0; node < secondSize; node++) {
    const past = second.end[node] ?? 0;
    const at = into[node] ?? 0;
    const pastAt = past > node + 1 && at < size ? (first.end[at] ?? 0) : 0;
    for (let child = at + 1; child < pastAt; child = first.end[child] ?? pastAt) {
      const name = first.name[child] ?? 0;
      childOf[name] = child;
      knownFor[name] = node + 1;
    }
    for (let child = node + 1; child < past; child = second.end[child] ?? past) {
      const name = second.name[child] ?? 0;
      if (knownFor[name] === node + 1) {
        into[child] = childOf[name] ?? 0;
        continue;
      }
      parent[count] = at;
      into[child] = count++;
    }
  }
  return { into, parent: parent.subarray(0, count) };
}

function addLocations(
  locations: WideLocations,
  into: Uint32Array,
  from: Locations,
  files: readonly string[],
): void {
  for (let node = 0; node < into.length; node++) mergeLocation(locations, into[node] ?? 0, from, node, files);
}

function scatter(column: IndexColumn, into: Uint32Array, values: IndexColumn): void {
  for (let node = 0; node < into.length; node++) column[into[node] ?? 0] = values[node] ?? 0;
}
