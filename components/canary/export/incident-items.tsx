'use client';

import { CsvItem } from '@/components/download/csv-item';
import { JsonItem } from '@/components/download/json-item';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { runsFileHead, runsFileName } from '@/lib/canary/export/runs-file';
import type { Incident } from '@/lib/canary/health/incidents';
import type { RunPlace } from '@/lib/canary/run-places';

type IncidentItemsProps = {
  /** Of the canary. */
  name: string;
  place: RunPlace;
  incidents: readonly Incident[];
  /** The fewest failed scheduled runs of an incident. */
  failingAfter: number;
  isComplete: boolean;
};

/** Menu items that save the incidents of the range. */
export function IncidentItems({ name, place, incidents, failingAfter, isComplete }: IncidentItemsProps) {
  const { span, zone, now } = useRange();
  const saved = { name, what: 'incidents', span, place, isComplete };
  const file = runsFileName(saved);
  return (
    <>
      <CsvItem
        label={counted(incidents.length, 'incident')}
        records={async () =>
          (await import('@/lib/canary/export/incidents-csv')).incidentsCsv(incidents, zone, now)
        }
        fileName={`${file}.csv`}
      />
      <JsonItem
        value={() => ({ ...runsFileHead(saved), failingAfter, incidents })}
        fileName={`${file}.json`}
      />
    </>
  );
}
