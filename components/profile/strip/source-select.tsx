import { Select } from '@mantine/core';
import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import { LATEST_SOURCES } from './profile-sources';

type SourceSelectProps = { latest: StripPeriod | null; onLatest(latest: StripPeriod | null): void };

/** Selects the profile of the page's time range or the newest one of a period. */
export const SourceSelect = ({ latest, onLatest }: SourceSelectProps) => (
  <Select
    size="xs"
    w={152}
    styles={{ input: { height: 26, minHeight: 26 } }}
    aria-label="Profile of"
    allowDeselect={false}
    data={LATEST_SOURCES}
    value={latest ?? 'range'}
    onChange={(value) => onLatest(value === 'range' ? null : value)}
  />
);
