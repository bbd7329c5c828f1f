import { type ReactNode, useDeferredValue } from 'react';

/** What is drawn anew only after that which the user acted on is on the screen. Not for inputs: they would lag. */
export const Deferred = ({ children }: { children: ReactNode }) => useDeferredValue(children);
