import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { formatStateChoice } from '@/lib/profile/tree/states';
import type { FunctionName, ProfileView } from '@/lib/profile/view/view';
import { graphView } from '../request/profile-request';
import type { ProfileSettings } from '../settings/profile-settings';

const MAX_LABEL_LENGTH = 120;

/** Names the frame that fills the width; empty for the whole profile. */
export const zoomLines = ({ tree, focus }: { tree: CallTree; focus: number }): string[] =>
  focus === 0 ? [] : [`Zoomed into ${labelOf(tree.names[tree.name[focus] ?? 0] ?? '')}`];

type ChangedFunctions = Pick<ProfileView, 'hidden' | 'collapsed'>;

/** The changed functions of a profile, and the texts on its search result and on deeper samples, as far as shown. */
type ShownTexts = {
  changed: ChangedFunctions | undefined;
  found?: string | undefined;
  deeper?: string | undefined;
};

/** Describes the settings that differ from their defaults, except the view. */
export function choiceLines(
  {
    search,
    maxDepth,
    recursion,
    chains,
    data,
    view,
  }: Pick<ProfileSettings, 'search' | 'maxDepth' | 'recursion' | 'chains' | 'data' | 'view'>,
  { changed, found, deeper }: ShownTexts,
): string[] {
  const choices = [
    ...(search.trim() === '' ? [] : [`Search: ${search.trim()}${found ? ` (${found})` : ''}`]),
    ...(data === null
      ? []
      : [`Data: ${typeof data === 'string' ? DATA_LABELS[data] : formatStateChoice(data)}`]),
    ...(maxDepth === null ? [] : [`Depth: ${maxDepth}${deeper ? ` (${deeper})` : ''}`]),
    ...(recursion === null ? [] : ['Direct recursion folded']),
    ...(chains !== null && graphView(view) === 'overview' ? ['Chains of frames folded'] : []),
    ...(changed ? changedParts(changed) : []),
  ];
  return lineOf(choices);
}

/** Lists the hidden and the collapsed functions. */
export const changedLines = (changed: ChangedFunctions): string[] => lineOf(changedParts(changed));

const changedParts = ({ hidden, collapsed }: ChangedFunctions) => [
  ...functionsPart('Hidden', hidden),
  ...functionsPart('Collapsed', collapsed),
];

const lineOf = (parts: readonly string[]) => (parts.length === 0 ? [] : [parts.join(' · ')]);

const functionsPart = (title: string, functions: readonly FunctionName[]) =>
  functions.length === 0 ? [] : [`${title}: ${functions.map(({ name }) => labelOf(name)).join(', ')}`];

const DATA_LABELS = { cpu: 'CPU', latency: 'Latency', all: 'All' } as const;

const labelOf = (name: string) => parseFrame(name).label.slice(0, MAX_LABEL_LENGTH);
