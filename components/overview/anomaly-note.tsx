import {
  anomalyNames,
  countedAnomalies,
  lastingFirst,
  listedAnomalies,
} from '@/components/profile/frame-text/anomaly-text';
import { RangeLink } from '@/components/range/range-link';
import { useZone } from '@/components/range/use-range';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import { absoluteRange } from '@/lib/time/range';

/** Maximum number of anomalies in the tooltip. */
const MAX_LISTED = 5;

/** The number of a group's anomalies in a line, linked to the time of the newest one, of those that still last if there are any. */
export function AnomalyNote({ group, marks }: { group: string; marks: readonly AnomalyMark[] }) {
  const zone = useZone();
  const [newest] = lastingFirst(marks);
  if (!newest) return null;
  const count = countedAnomalies(marks);
  const name = anomalyNames([{ anomalies: newest.anomalies.slice(0, 1) }]);
  return (
    <RangeLink
      href={`/profiles/${encodeURIComponent(group)}`}
      instead={absoluteRange(newest)}
      fz="xs"
      c="var(--triptych-retried-text)"
      title={`${count}: ${listedAnomalies(marks, zone).slice(0, MAX_LISTED).join('; ')}`}
    >
      <span aria-hidden>◆ </span>
      {count} · {name}
    </RangeLink>
  );
}
