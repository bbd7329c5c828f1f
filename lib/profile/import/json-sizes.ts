import type { CallTree } from '../tree/call-tree';

/** Braces, quotes, `children`, `counts`, `file` and `line` with its numbers. */
const MOST_MEMBER_BYTES = 96;
const MOST_DIGITS = 24;
/** The frame, its children, its counts, its file, its lines and the numbers of these. */
const MOST_MEMBER_VALUES = 7;
/** What stands around the call graph is counted with the root. */
const ENVELOPE_BYTES = 8192;
const ENVELOPE_VALUES = 256;

/** At most what a node takes in the JSON of a post, by node: bytes, characters of name and file, values. */
export function jsonSizes({ names, files, states, name, file, self }: CallTree) {
  const nameBytes = Uint32Array.from(names, jsonBytes);
  const fileBytes = Uint32Array.from(files, jsonBytes);
  const stateBytes = states.map((state) => jsonBytes(state) + MOST_DIGITS);
  const counted = (node: number, of: (state: number) => number) =>
    self.reduce((sum, column, state) => ((column[node] ?? 0) > 0 ? sum + of(state) : sum), 0);
  return {
    bytes: (node: number) =>
      (node === 0 ? ENVELOPE_BYTES : 0) +
      MOST_MEMBER_BYTES +
      (nameBytes[name[node] ?? 0] ?? 0) +
      (fileBytes[file[node] ?? -1] ?? 0) +
      counted(node, (state) => stateBytes[state] ?? 0),
    characters: (node: number) =>
      (names[name[node] ?? 0]?.length ?? 0) + (files[file[node] ?? -1]?.length ?? 0),
    values: (node: number) =>
      (node === 0 ? ENVELOPE_VALUES : 0) + MOST_MEMBER_VALUES + counted(node, () => 1),
  };
}

const jsonBytes = (text: string) => Buffer.byteLength(JSON.stringify(text));
