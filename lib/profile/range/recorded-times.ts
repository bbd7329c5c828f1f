import type { ProfilingGroup } from '../view/profiling-group';
import type { RecordedTimes } from './profile-periods';

/** When the hours of a group were recorded; undefined if none was. */
export const recordedTimesOf = ({
  recordedFrom: from,
  unrecorded: gaps = [],
}: Pick<ProfilingGroup, 'recordedFrom' | 'unrecorded'>): RecordedTimes | undefined =>
  from === undefined ? undefined : { from, gaps };
