import { RangeLink } from '@/components/range/range-link';

/** A profiling group's name, linked to its profile. */
export const GroupLink = ({ name }: { name: string }) => (
  <RangeLink href={`/profiles/${encodeURIComponent(name)}`} title={name} fz="xs">
    {name}
  </RangeLink>
);
