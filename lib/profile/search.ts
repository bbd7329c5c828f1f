import type { CallTree } from './call-tree';

/**
 * Node → 1 where the frame's name contains the text, whatever its case, and the samples in and below such
 * frames, each counted once. `samples` are node → total. An empty text matches nothing.
 */
export function searchFrames(
  tree: CallTree,
  text: string,
  samples: Float64Array,
): { matched: Uint8Array; frames: number; samples: number } {
  const matched = new Uint8Array(tree.name.length);
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { matched, frames: 0, samples: 0 };
  const matches = tree.names.map((name) => name.toLowerCase().includes(wanted));
  let frames = 0;
  let sum = 0;
  let counted = 0;
  for (let node = 1; node < matched.length; node++) {
    if (!matches[tree.name[node] ?? 0]) continue;
    matched[node] = 1;
    frames += 1;
    if (node < counted) continue;
    sum += samples[node] ?? 0;
    counted = tree.end[node] ?? 0;
  }
  return { matched, frames, samples: sum };
}
