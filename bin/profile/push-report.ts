import type { CallTree } from '@/lib/profile/tree/call-tree';
import { sortStates } from '@/lib/profile/tree/states';
import { deepestOf } from '@/lib/profile/view/indexed-tree';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { windowOf } from './push-time';

export type Pushed = {
  file: string;
  format: string;
  group: string;
  isNewGroup: boolean;
  tree: CallTree;
  span: Span;
  posts: number;
  notes: readonly string[];
};

/** Reports what was pushed and where the dashboard shows it. */
export function pushReport({ file, format, group, isNewGroup, tree, span, posts, notes }: Pushed): string {
  const deepest = deepestOf(tree);
  const functions = new Set(tree.name).size - 1;
  return [
    `Pushed ${file} (${format}) to the ${isNewGroup ? 'new ' : ''}profiling group ${group}.`,
    '',
    `  samples   ${number(samplesOf(tree))} (${statesOf(tree)})`,
    `  frames    ${number(tree.name.length - 1)} of ${counted(functions, 'function')}, ${number(deepest)} deep`,
    `  time      ${formatSpan(windowOf(span), 'UTC')}, added to the group's profile of that time`,
    ...(posts > 1 ? [`  posts     ${posts}, because one can't contain everything`] : []),
    ...notes.map((note) => `  note      ${note}`),
    '',
    `On the dashboard: ${pathOf(group, span)}`,
  ].join('\n');
}

/** Path of the group's page, with the five minutes of the profile as its range. */
function pathOf(group: string, span: Span): string {
  const { from, to } = windowOf(span);
  const [start, end] = [from, to].map((instant) => new Date(instant).toISOString().replace('.000', ''));
  return `/profiles/${group}?from=${start}&to=${end}`;
}

const samplesOf = ({ total }: CallTree) => total.reduce((sum, column) => sum + (column[0] ?? 0), 0);

const statesOf = ({ states, total }: CallTree) =>
  sortStates(states)
    .map((state) => `${state} ${number(total[states.indexOf(state)]?.[0] ?? 0)}`)
    .join(', ');

const counted = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
const number = (value: number) => value.toLocaleString('en-US');
