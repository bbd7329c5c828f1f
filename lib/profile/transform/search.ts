import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';

/** Characters of a search; more of a longer text is not looked at. */
export const MAX_SEARCH_LENGTH = 200;

const EXPRESSION = /^\/(.+)\/(i?)$/s;

/** A regular expression that is searched for: `/…/`, or `/…/i` whatever the case. [?] Any other text is taken as it is. */
export function parseExpression(wanted: string): { source: string; ignoresCase: boolean } | undefined {
  const [, source, flag] = EXPRESSION.exec(wanted) ?? [];
  return source === undefined ? undefined : { source, ignoresCase: flag === 'i' };
}

/**
 * What is searched for, as it is compared: an expression as it stands, a text in small letters, both trimmed. ''
 * searches for nothing.
 */
export function normalizeQuery(search: string): string {
  const text = search.trim();
  if (text.length <= MAX_SEARCH_LENGTH && parseExpression(text)) return text;
  return text.toLowerCase().slice(0, MAX_SEARCH_LENGTH).trim();
}

/** Whether a name contains the text of `normalizeQuery`; of an expression only the server knows what matches. */
export const nameMatches = (name: string, wanted: string) => name.toLowerCase().includes(wanted);

/**
 * Node → 1 where the frame's name contains the text searched for; undefined when none is. Of an expression it is what
 * the server told.
 */
export function matchedNodes(
  tree: CallTree,
  search: string,
  told: Uint8Array | undefined,
): Uint8Array | undefined {
  const wanted = normalizeQuery(search);
  if (wanted === '') return undefined;
  if (parseExpression(wanted)) return told;
  const matching = tree.names.map((name) => nameMatches(name, wanted));
  return Uint8Array.from(tree.name, (name) => (matching[name] ? 1 : 0));
}

/** What a search found: node → 1 where the frame's name matches, and how much that is. */
type Found = { matched: Uint8Array; frames: number; functions: number; samples: number };

/**
 * Node → 1 where the frame's name matches, and the samples in and below such frames, each counted once, in the subtree
 * of `root`. `matching` is 1 for the index of a name that does, `samples` are node → total.
 */
export function searchMatching(tree: CallTree, matching: Uint8Array, samples: SampleColumn, root = 0): Found {
  const matched = new Uint8Array(tree.name.length);
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

/**
 * The next match after a node in depth-first order, or the one before it, round and round: its node, and which of all it
 * is, from 1. Undefined when nothing matches.
 */
export function stepToMatch(
  matched: Uint8Array,
  from: number,
  step: 'next' | 'previous',
): { node: number; place: number; of: number } | undefined {
  const nodes: number[] = [];
  for (let node = 0; node < matched.length; node++) if (matched[node]) nodes.push(node);
  const index =
    step === 'next' ? nodes.findIndex((node) => node > from) : nodes.findLastIndex((node) => node < from);
  const place = index >= 0 ? index : step === 'next' ? 0 : nodes.length - 1;
  const node = nodes[place];
  return node === undefined ? undefined : { node, place: place + 1, of: nodes.length };
}
