import type { CanaryChoice } from './canary-choice';
import { StartDryRun } from './dry-runs/start-dry-run';
import { PlaceSelect } from './place-select';
import { RunsToolbar } from './runs-toolbar';

type CanaryToolbarProps = {
  name: string;
  choice: CanaryChoice;
  /** Suggested ids. */
  dryRunIds: readonly string[];
  places: { locations: string[]; browsers: string[] };
  onChange: (change: Partial<CanaryChoice>) => void;
  onDryRunId: (dryRunId: string | null) => void;
  /** A dry run was started. */
  onStarted: (dryRunId: string) => void;
};

/** Which runs of a canary are shown: scheduled or dry ones, of which locations and browsers. */
export function CanaryToolbar(props: CanaryToolbarProps) {
  const { name, choice, dryRunIds, places, onChange, onDryRunId, onStarted } = props;
  const { runType, dryRunId, rows } = choice;
  return (
    <RunsToolbar
      runType={runType}
      dryRunId={dryRunId}
      dryRunIds={dryRunIds}
      onRunType={(next) => onChange({ runType: next, dryRunId: null, run: null })}
      onDryRunId={onDryRunId}
    >
      <PlaceSelect
        places={places}
        place={choice}
        onPlace={({ location, browser }) => onChange({ location, browser })}
        hasRows={rows === 'places'}
        onRows={(hasRows) => onChange({ rows: hasRows ? 'places' : 'one' })}
      />
      {runType === 'DRY_RUN' && <StartDryRun name={name} onStarted={onStarted} />}
    </RunsToolbar>
  );
}
