import { sortStates } from '@/lib/profile/tree/states';

const MAX_LENGTH = 80;

/** ` in WAITING`, to follow a link to thread states other than those that are shown; nothing for the same ones. */
export function otherStatesText(linked: readonly string[], shown: readonly string[]): string {
  const [states, current] = [linked, shown].map((each) => sortStates(each).join(', '));
  return linked.length === 0 || states === current ? '' : ` in ${states?.slice(0, MAX_LENGTH)}`;
}
