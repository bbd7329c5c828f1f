import type { Span } from '@/lib/time/range';
import type { StateSamples } from '../tree/states';

/** A pushed file: its size and its place on the dashboard. */
export type PushedFile = {
  /** Name of the file without its folder. */
  file: string;
  /** Format of the file, for display. */
  format: string;
  group: string;
  isNewGroup: boolean;
  /** Samples of each thread state. */
  samples: StateSamples[];
  frameCount: number;
  functionCount: number;
  depth: number;
  /** The five minutes in which all of it counts. */
  window: Span;
  /** When that window ends and charts and lists show it, epoch milliseconds; absent when they show it already. */
  listedAt?: number;
  postCount: number;
  /** Sentences on samples and frames that were omitted or counted differently. */
  notes: string[];
};

/** Path of the group's page, with the five minutes of the profile as its range. */
export function pushedPath({ group, window }: Pick<PushedFile, 'group' | 'window'>): string {
  const [from, to] = [window.from, window.to].map((instant) =>
    new Date(instant).toISOString().replace('.000', ''),
  );
  return `/profiles/${group}?from=${from}&to=${to}`;
}
