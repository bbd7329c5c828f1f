import type { CallTree } from './call-tree';
import { emptyLike, ensureCapacity, narrowed } from './columns';

const NONE = -1;

/** Source locations of frames. */
export type Locations = Pick<CallTree, 'file' | 'lineFrom' | 'lineTo'>;

/** Locations that are still being merged. */
export type WideLocations = { file: Int32Array; lineFrom: Uint32Array; lineTo: Uint32Array };

export const emptyLocations = (count: number): WideLocations => ({
  file: new Int32Array(count).fill(NONE),
  lineFrom: new Uint32Array(count),
  lineTo: new Uint32Array(count),
});

/** Copies into two-byte columns where all numbers fit. */
export const narrowLocations = ({ file, lineFrom, lineTo }: WideLocations): Locations => ({
  file: narrowed(file, new Int16Array(file.length)),
  lineFrom: narrowed(lineFrom, new Uint16Array(lineFrom.length)),
  lineTo: narrowed(lineTo, new Uint16Array(lineTo.length)),
});

/** The locations of the given nodes. */
export const pickLocations = ({ file, lineFrom, lineTo }: Locations, nodes: Uint32Array): Locations => ({
  file: picked(file, nodes),
  lineFrom: picked(lineFrom, nodes),
  lineTo: picked(lineTo, nodes),
});

/** As `pick` for samples, but separate: a shared loop would see too many column types to be optimized. */
function picked<Kind extends Locations['file'] | Locations['lineFrom']>(
  column: Kind,
  nodes: Uint32Array,
): Kind {
  const own = emptyLike(column, nodes.length);
  for (let i = 0; i < nodes.length; i++) own[i] = column[nodes[i] ?? 0] ?? 0;
  return own;
}

/** The locations, extended to at least `count` nodes; the new ones are unknown. */
export const ensureLocationCapacity = (
  { file, lineFrom, lineTo }: WideLocations,
  count: number,
): WideLocations => ({
  file: ensureCapacity(file, count, NONE),
  lineFrom: ensureCapacity(lineFrom, count),
  lineTo: ensureCapacity(lineTo, count),
});

/** Merges the location of a node in `from` into a node of `into`. Both use the string table `files`. */
export function mergeLocation(
  into: WideLocations,
  node: number,
  from: Locations,
  source: number,
  files: readonly string[],
): void {
  const file = from.file[source] ?? NONE;
  const lineFrom = from.lineFrom[source] ?? 0;
  if (file === NONE && lineFrom === 0) return;
  addLocation(into, node, files, file, lineFrom, from.lineTo[source] ?? 0);
}

/** Keeps the alphabetically first of different files, and the span around all lines in it. */
export function addLocation(
  into: WideLocations,
  node: number,
  files: readonly string[],
  file: number,
  lineFrom: number,
  lineTo: number,
): void {
  const known = into.file[node] ?? NONE;
  const knownFrom = into.lineFrom[node] ?? 0;
  const isLocated = known !== NONE || knownFrom > 0;
  if (isLocated && known === file) {
    into.lineFrom[node] =
      knownFrom === 0 || lineFrom === 0 ? knownFrom + lineFrom : Math.min(knownFrom, lineFrom);
    into.lineTo[node] = Math.max(into.lineTo[node] ?? 0, lineTo);
    return;
  }
  if (known !== NONE && (file === NONE || (files[known] ?? '') < (files[file] ?? ''))) return;
  into.file[node] = file;
  into.lineFrom[node] = lineFrom;
  into.lineTo[node] = lineTo;
}
