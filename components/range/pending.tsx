'use client';

import {
  createContext,
  type ReactNode,
  type TransitionStartFunction,
  useContext,
  useTransition,
} from 'react';

type Pending = { pending: boolean; start: TransitionStartFunction };

const PendingContext = createContext<Pending>({ pending: false, start: (action) => void action() });

/** One transition for everything that makes the server render the page again, so that the shell can show it. */
export function PendingProvider({ children }: { children: ReactNode }) {
  const [pending, start] = useTransition();
  return <PendingContext value={{ pending, start }}>{children}</PendingContext>;
}

export const usePending = () => useContext(PendingContext);
