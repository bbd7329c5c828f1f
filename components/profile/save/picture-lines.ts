import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { formatStateChoice } from '@/lib/profile/tree/states';
import type { FunctionName, ProfileView } from '@/lib/profile/view/view';
import type { ProfileSettings } from '../settings/profile-settings';

const LONGEST_LABEL = 120;

/** Which frame fills the width, in words; nothing for the whole profile. */
export const zoomLines = ({ tree, focus }: { tree: CallTree; focus: number }): string[] =>
  focus === 0 ? [] : [`Zoomed into ${labelOf(tree.names[tree.name[focus] ?? 0] ?? '')}`];

type Known = Pick<ProfileView, 'hidden' | 'collapsed'>;

/** What was chosen of a profile beside its view, in words, as far as it is not what is usual. */
export function choiceLines(
  { search, maxDepth, recursion, data }: Pick<ProfileSettings, 'search' | 'maxDepth' | 'recursion' | 'data'>,
  known: Known | undefined,
  found: string | undefined,
): string[] {
  const choices = [
    ...(search.trim() === '' ? [] : [`Search: ${search.trim()}${found ? ` (${found})` : ''}`]),
    ...(data === null
      ? []
      : [`Data: ${typeof data === 'string' ? DATA_WORDS[data] : formatStateChoice(data)}`]),
    ...(maxDepth === null ? [] : [`Depth: ${maxDepth}`]),
    ...(recursion === null ? [] : ['Direct recursion as one frame']),
    ...(known ? changedWords(known) : []),
  ];
  return lineOf(choices);
}

/** Which functions are hidden and which collapsed. */
export const changedLines = (known: Known): string[] => lineOf(changedWords(known));

const changedWords = ({ hidden, collapsed }: Known) => [
  ...namesWords('Hidden', hidden),
  ...namesWords('Collapsed', collapsed),
];

const lineOf = (words: readonly string[]) => (words.length === 0 ? [] : [words.join(' · ')]);

const namesWords = (title: string, functions: readonly FunctionName[]) =>
  functions.length === 0 ? [] : [`${title}: ${functions.map(({ name }) => labelOf(name)).join(', ')}`];

const DATA_WORDS = { cpu: 'CPU', latency: 'Latency', all: 'All' } as const;

const labelOf = (name: string) => parseFrame(name).label.slice(0, LONGEST_LABEL);
