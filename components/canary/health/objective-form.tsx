import { Group } from '@mantine/core';
import { AppliedInput } from '@/components/panel/applied-input';
import type { HealthChoice } from '@/lib/canary/health/health-rules';
import { MAX_MAINTENANCE_WINDOWS, parseMaintenance } from '@/lib/canary/health/maintenance';
import { objectivePercent, parseObjective } from '@/lib/canary/health/objective';
import classes from './health.module.css';

/** A link to it focuses the field. */
export const OBJECTIVE_FIELD = 'objective-share';

type ObjectiveFormProps = {
  choice: HealthChoice;
  windowCount: number;
  onChoice: (change: Partial<HealthChoice>) => void;
};

/** The objective and the maintenance windows; both are in the URL. */
export function ObjectiveForm({ choice, windowCount, onChoice }: ObjectiveFormProps) {
  const { objective, maintenance } = choice;
  return (
    <Group gap="sm" align="flex-start" mb="sm">
      <AppliedInput
        className={classes.field}
        key={`objective ${objective}`}
        id={OBJECTIVE_FIELD}
        label="Objective, %"
        placeholder="99.9"
        width={120}
        value={objective ?? ''}
        problemOf={(text) =>
          text === '' || parseObjective(text) !== undefined ? undefined : 'From 50 to 99.999'
        }
        onApply={(text) => {
          const share = parseObjective(text);
          onChoice({ objective: share === undefined ? null : objectivePercent(share) });
        }}
      />
      <AppliedInput
        className={classes.field}
        key={`maintenance ${maintenance}`}
        label={windowCount > 0 ? `Maintenance (${windowCount} left out)` : 'Maintenance to leave out'}
        placeholder="2026-11-24T02:00Z/2026-11-24T03:00Z"
        width={340}
        value={maintenance ?? ''}
        problemOf={(text) =>
          parseMaintenance(text)
            ? undefined
            : `At most ${MAX_MAINTENANCE_WINDOWS} intervals start/end in ISO-8601, with commas between them`
        }
        onApply={(text) => onChoice({ maintenance: text || null })}
      />
    </Group>
  );
}
