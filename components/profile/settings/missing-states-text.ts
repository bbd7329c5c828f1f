import { sortStates } from '@/lib/profile/tree/states';

const MAX_LISTED = 8;
const MAX_LETTERS = 60;

/** A sentence about selected thread states that a profile doesn't have, and those that it has. */
export const missingStatesText = (
  subject: string,
  missing: readonly string[],
  present: readonly string[],
): string =>
  `${subject} no samples in ${listed(missing, 'or')}, selected in this link. There are samples in ${listed(sortStates(present), 'and')}.`;

function listed(states: readonly string[], word: 'or' | 'and'): string {
  const names = states
    .slice(0, MAX_LISTED)
    .map((state) => (state === '' ? '“”' : state.slice(0, MAX_LETTERS)));
  const others = states.length - MAX_LISTED;
  const all = others > 0 ? [...names, `${others} other${others === 1 ? '' : 's'}`] : names;
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} ${word} ${last}`;
}
