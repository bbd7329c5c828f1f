import { counted } from '@/lib/answer/counted';
import type { CanaryRow } from './canary-row';

/** The headline of the list: `8 canaries, 1 failing, 1 silent; 3 judged by their last run only`. */
export function listText(rows: readonly CanaryRow[]): string {
  const count = (state: string) => rows.filter(({ status }) => status.state === state).length;
  const parts = [counted(rows.length, 'canary', 'canaries')];
  for (const state of ['failing', 'silent'] as const)
    if (count(state) > 0) parts.push(`${count(state)} ${state}`);
  const unread = rows.filter(({ health }) => !health).length;
  return `${parts.join(', ')}${unread > 0 ? `; ${unread} judged by ${unread === 1 ? 'its' : 'their'} last run only` : ''}`;
}
