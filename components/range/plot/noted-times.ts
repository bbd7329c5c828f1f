import { createContext } from 'react';

/** Instants at which all charts below have a line, because there are notes. */
export const NotedTimes = createContext<readonly number[]>([]);
