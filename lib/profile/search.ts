import type { CallTree } from './call-tree';

/** Characters of a search; more of a longer text is not looked at. */
export const LONGEST_SEARCH = 200;

/** The text that is searched for, as it is compared: trimmed, in small letters. '' searches for nothing. */
export const wantedText = (search: string) => search.trim().toLowerCase().slice(0, LONGEST_SEARCH).trim();

/** Whether a name contains the text of `wantedText`. */
export const matches = (name: string, wanted: string) => name.toLowerCase().includes(wanted);

/**
 * Node → 1 where the frame's name contains the text, whatever its case, and the samples in and below such
 * frames, each counted once, in the subtree of `root`. `samples` are node → total. An empty text matches nothing.
 */
export function searchFrames(
  tree: CallTree,
  text: string,
  samples: Float64Array,
  root = 0,
): { matched: Uint8Array; frames: number; functions: number; samples: number } {
  const matched = new Uint8Array(tree.name.length);
  const wanted = wantedText(text);
  if (wanted === '') return { matched, frames: 0, functions: 0, samples: 0 };
  const matching = Uint8Array.from(tree.names, (name) => (matches(name, wanted) ? 1 : 0));
  const met = new Uint8Array(matching.length);
  let frames = 0;
  let functions = 0;
  let sum = 0;
  let counted = 0;
  for (let node = Math.max(1, root); node < (tree.end[root] ?? 0); node++) {
    const name = tree.name[node] ?? 0;
    if (!matching[name]) continue;
    matched[node] = 1;
    frames += 1;
    if (!met[name] && (samples[node] ?? 0) > 0) functions += met[name] = 1;
    if (node < counted) continue;
    sum += samples[node] ?? 0;
    counted = tree.end[node] ?? 0;
  }
  return { matched, frames, functions, samples: sum };
}
