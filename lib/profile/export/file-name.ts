import type { Data } from '../tree/states';
import type { ProfileRequest } from '../view/profile-requests';

/** File systems take 255 bytes a name; what else stands in it takes less than 80. */
const LONGEST_GROUP = 130;
const LONGEST_STATES = 40;

type Named = Omit<ProfileRequest, 'period'> & { data?: Data; view?: string; extension: string };

/**
 * What a downloaded profile is called: group, time range in UTC, what of it was left out, and how it is looked at:
 * `shop_2026-11-24T1300Z_2026-11-24T1400Z_depth-20_cpu.pb.gz`. Without a range it is the latest.
 */
export function exportFileName({
  group,
  startTime,
  endTime,
  maxDepth,
  data,
  view,
  extension,
}: Named): string {
  const range =
    startTime === undefined || endTime === undefined ? ['latest'] : [startTime, endTime].map(stamp);
  const parts = [
    group.slice(0, LONGEST_GROUP),
    ...range,
    ...(maxDepth === undefined ? [] : [`depth-${maxDepth}`]),
    ...(data === undefined || data === 'all' ? [] : [stateText(data)]),
    ...(view === undefined ? [] : [view]),
  ];
  return `${parts.join('_')}.${extension}`;
}

const stateText = (data: Data) => (typeof data === 'string' ? data : data.join('-')).slice(0, LONGEST_STATES);

/** ISO-8601 without what file systems mind; seconds and less only where there are some. */
const stamp = (instant: number) =>
  new Date(instant)
    .toISOString()
    .replace(/(:00)?\.000Z$/, 'Z')
    .replaceAll(':', '');
