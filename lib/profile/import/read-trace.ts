import { counted } from '@/lib/answer/counted';
import { UndecodableProfile } from '../tree/undecodable';
import type { ImportedProfile } from './imported-profile';
import { isObject } from './json-shape';
import { readCpuProfile } from './read-cpu-profile';
import { MICROS_PER_MS, MICROS_PER_SECOND } from './time-units';
import { joinProfiles } from './trace/join-profiles';
import { lengthOf, sampleCount, type TraceProfile, traceProfiles } from './trace/profiles';

/**
 * CPU samples in a trace of Chrome's Performance panel or of Node's --trace-event-categories
 * (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU). All threads are added up. Throws
 * UndecodableProfile.
 */
export function readTrace(events: readonly unknown[], file: unknown): ImportedProfile {
  const profiles = traceProfiles(events);
  if (profiles.length === 0) {
    throw new UndecodableProfile(
      'It is a Chrome trace without CPU samples. Record it with JavaScript samples, or save a .cpuprofile.',
    );
  }
  const { tree, notes } = readCpuProfile(joinProfiles(profiles));
  const timed = profiles.filter((profile) => lengthOf(profile) > 0);
  const sumOf = (measure: (profile: TraceProfile) => number) =>
    timed.reduce((sum, profile) => sum + measure(profile), 0);
  const perSecond = (sumOf(sampleCount) * MICROS_PER_SECOND) / sumOf(lengthOf);
  const start = startOf(file);
  return {
    format: 'Chrome trace',
    tree,
    ...(start !== undefined && { start }),
    ...(timed.length > 0 && {
      durationMs: spanOf(profiles) / MICROS_PER_MS,
      sampleWeights: Object.fromEntries(tree.states.map((state) => [state, perSecond])),
    }),
    notes: [
      ...(profiles.length > 1
        ? [`CPU samples of its ${counted(profiles.length, 'thread')} were added up.`]
        : []),
      ...notes,
    ],
  };
}

/** From the first known start to the last end after a known start, or the longest profile when that is longer; microseconds. */
function spanOf(profiles: readonly TraceProfile[]): number {
  let [start, end, longest] = [Infinity, -Infinity, 0];
  for (const profile of profiles) {
    const { startTime } = profile;
    const length = lengthOf(profile);
    longest = Math.max(longest, length);
    if (startTime === undefined) continue;
    start = Math.min(start, startTime);
    end = Math.max(end, startTime + length);
  }
  return Math.max(longest, end - start);
}

/** Time of the recording, which DevTools notes with the trace. */
function startOf(file: unknown): number | undefined {
  const metadata = isObject(file) && isObject(file.metadata) ? file.metadata : {};
  const start = typeof metadata.startTime === 'string' ? Date.parse(metadata.startTime) : Number.NaN;
  return Number.isFinite(start) ? start : undefined;
}
