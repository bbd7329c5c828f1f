'use client';

import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type { Gap } from '@/lib/canary/gaps/gap';
import { silencesOf } from '@/lib/canary/gaps/silences';
import { type Incident, MAX_FAILING_AFTER } from '@/lib/canary/health/incidents';
import type { CanaryRun } from '@/lib/canary/run';
import type { Span } from '@/lib/time/range';
import { IncidentTable } from './incident-table';
import { SilenceTable } from './silence-table';

const CHOICES = Array.from({ length: MAX_FAILING_AFTER }, (_, i) => ({
  value: String(i + 1),
  label: i === 0 ? 'after 1 failed run' : `after ${i + 1} failed runs`,
}));

type IncidentsPanelProps = {
  incidents: readonly Incident[];
  /** Missing runs of each browser and location. */
  gaps: readonly Gap[];
  /** Whether all runs of the range are loaded. */
  isComplete: boolean;
  failingAfter: number;
  onFailingAfter: (failingAfter: number) => void;
  onSelect: (run: CanaryRun) => void;
  /** Shows a silence in the timeline. */
  onShow: (silence: Span) => void;
  menu?: ReactNode;
};

/** The incidents of the range, newest first, and when runs were due but did not start. */
export function IncidentsPanel(props: IncidentsPanelProps) {
  const { incidents, gaps, isComplete, failingAfter, onFailingAfter, onSelect, onShow, menu } = props;
  const { zone, now } = useRange();
  const silences = useMemo(() => silencesOf(gaps), [gaps]);
  const openCount = incidents.filter(({ to }) => to === undefined).length;
  const counts = `${counted(incidents.length, 'incident')}${isComplete ? '' : ' in the runs that are loaded'}`;
  return (
    <Panel
      title="Incidents"
      id="incidents"
      figure={openCount > 0 ? `${counts}, ${openCount} open` : counts}
      menu={menu}
      aside={
        <Select
          size="xs"
          w={170}
          allowDeselect={false}
          aria-label="Failing"
          data={CHOICES}
          value={String(failingAfter)}
          onChange={(value) => onFailingAfter(Number(value ?? 1))}
        />
      }
    >
      {incidents.length > 0 ? (
        <IncidentTable incidents={incidents} zone={zone} now={now} onSelect={onSelect} />
      ) : (
        <EmptyNotice
          why={isComplete ? 'No incident in this range.' : 'No incident in the runs that are loaded.'}
        />
      )}
      <SilenceTable silences={silences} zone={zone} onShow={onShow} />
    </Panel>
  );
}
