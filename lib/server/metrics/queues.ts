import { processWide } from '../process-wide';

type Lengths = () => Record<string, number>;

const watched = () => processWide('watched queues', () => new Map<string, Lengths>());

/** Shows lengths of queues, by their names, among the metrics. The names must be constants. Another call with the same key replaces it. */
export function watchQueues(key: string, lengths: Lengths): void {
  watched().set(key, lengths);
}

/** All watched queues with their present lengths. */
export const queueLengths = (): [string, number][] =>
  [...watched().values()].flatMap((lengths) => Object.entries(lengths()));
