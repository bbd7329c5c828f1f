import { type ReactNode, useDeferredValue } from 'react';

/** Renders children at deferred priority, after the part that the user acted on. Not for inputs: they would lag. */
export const Deferred = ({ children }: { children: ReactNode }) => useDeferredValue(children);
