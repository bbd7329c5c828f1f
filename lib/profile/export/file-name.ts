import { fileTime } from '@/lib/download/file-time';
import type { StateChoice } from '../tree/states';
import type { ProfileRequest } from '../view/profile-requests';

/** File systems allow 255 bytes per name; the other parts need fewer than 80. */
const MAX_GROUP_LENGTH = 130;
const MAX_STATES_LENGTH = 40;

type FileNameParts = Omit<ProfileRequest, 'period'> & {
  data?: StateChoice;
  view?: string;
  extension: string;
};

/**
 * File name of a download: group, time range in UTC or `latest`, depth, thread states and view, such as
 * `shop_2026-11-24T1300Z_2026-11-24T1400Z_depth-20_cpu.pb.gz`.
 */
export function exportFileName({
  group,
  startTime,
  endTime,
  maxDepth,
  data,
  view,
  extension,
}: FileNameParts): string {
  const range =
    startTime === undefined || endTime === undefined ? ['latest'] : [startTime, endTime].map(fileTime);
  const parts = [
    group.slice(0, MAX_GROUP_LENGTH),
    ...range,
    ...(maxDepth === undefined ? [] : [`depth-${maxDepth}`]),
    ...(data === undefined || data === 'all' ? [] : [statesPart(data)]),
    ...(view === undefined ? [] : [view]),
  ];
  return `${parts.join('_')}.${extension}`;
}

const statesPart = (data: StateChoice) =>
  (typeof data === 'string' ? data : data.join('-')).slice(0, MAX_STATES_LENGTH);
