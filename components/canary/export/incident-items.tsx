'use client';

import { CsvItem } from '@/components/download/csv-item';
import { JsonItem } from '@/components/download/json-item';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type { Incident } from '@/lib/canary/health/incidents';
import { fileTime } from '@/lib/download/file-time';

type IncidentItemsProps = {
  /** Of the canary. */
  name: string;
  incidents: readonly Incident[];
  isComplete: boolean;
};

/** Menu items that save the incidents of the range. */
export function IncidentItems({ name, incidents, isComplete }: IncidentItemsProps) {
  const { span, zone, now } = useRange();
  const file = [
    name,
    'incidents',
    fileTime(span.from),
    fileTime(span.to),
    ...(isComplete ? [] : ['incomplete']),
  ].join('_');
  return (
    <>
      <CsvItem
        label={counted(incidents.length, 'incident')}
        records={async () =>
          (await import('@/lib/canary/export/incidents-csv')).incidentsCsv(incidents, zone, now)
        }
        fileName={`${file}.csv`}
      />
      <JsonItem value={() => ({ canary: name, ...span, isComplete, incidents })} fileName={`${file}.json`} />
    </>
  );
}
