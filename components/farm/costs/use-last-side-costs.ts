'use client';

import { useState } from 'react';
import { type Asking, type LastAnswer, type ShownAnswer, shownAnswer } from './last-answer';
import { type SideCosts, useSideCosts } from './use-side-costs';

/** Costs of a panel, which stay on screen until newer ones are whole. */
export type LastSideCosts<Asked extends Asking = Asking> = Omit<SideCosts, 'costs'> & ShownAnswer<Asked>;

/** Asks as `useSideCosts` does, and keeps the last answer. `asked` must be the same object while it doesn't change. */
export function useLastSideCosts<Asked extends Asking>(
  asked: Asked | undefined,
  isWanted: boolean,
): LastSideCosts<Asked> {
  const { costs, ...side } = useSideCosts(asked?.query, isWanted);
  const [last, setLast] = useState<LastAnswer<Asked>>();
  if (asked && costs && (last?.costs !== costs || last.asked !== asked)) setLast({ asked, costs });
  return { ...side, ...shownAnswer(asked, last) };
}
