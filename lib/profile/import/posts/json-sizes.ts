import type { CallTree } from '../../tree/call-tree';

/** Braces, quotes, `children`, `counts`, `file` and `line` with its numbers. */
const MAX_FRAME_BYTES = 96;
const MAX_COUNT_BYTES = 24;
/** JSON values of a frame: itself, children, counts, file, lines and their numbers. */
const MAX_FRAME_VALUES = 7;
/** The members around the call graph count with the root. */
const ENVELOPE_BYTES = 8192;
const ENVELOPE_VALUES = 256;

/** Upper bounds of a node's size in the JSON of a post: bytes, characters of name and file, JSON values. */
export function jsonSizes({ names, files, states, name, file, self }: CallTree) {
  const nameBytes = Uint32Array.from(names, jsonBytes);
  const fileBytes = Uint32Array.from(files, jsonBytes);
  const stateBytes = states.map((state) => jsonBytes(state) + MAX_COUNT_BYTES);
  const sumOverStates = (node: number, of: (state: number) => number) =>
    self.reduce((sum, column, state) => ((column[node] ?? 0) > 0 ? sum + of(state) : sum), 0);
  return {
    bytes: (node: number) =>
      (node === 0 ? ENVELOPE_BYTES : 0) +
      MAX_FRAME_BYTES +
      (nameBytes[name[node] ?? 0] ?? 0) +
      (fileBytes[file[node] ?? -1] ?? 0) +
      sumOverStates(node, (state) => stateBytes[state] ?? 0),
    characters: (node: number) =>
      (names[name[node] ?? 0]?.length ?? 0) + (files[file[node] ?? -1]?.length ?? 0),
    values: (node: number) =>
      (node === 0 ? ENVELOPE_VALUES : 0) + MAX_FRAME_VALUES + sumOverStates(node, () => 1),
  };
}

const jsonBytes = (text: string) => Buffer.byteLength(JSON.stringify(text));
