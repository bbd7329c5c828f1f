import { DEFAULT_FAILING_AFTER } from './incidents';
import { parseMaintenance } from './maintenance';
import { parseObjective } from './objective';

/** The parameters of the page's URL that say what counts as healthy. */
export type HealthChoice = {
  /** In percent, as in the URL. */
  objective: string | null;
  /** Consecutive failed runs that make an incident. */
  failingAfter: number;
  /** Windows that availability leaves out, as ISO-8601 intervals. */
  maintenance: string | null;
};

/** The choices as values. */
export const healthRules = ({ objective, failingAfter, maintenance }: HealthChoice) => ({
  objective: objective === null ? undefined : parseObjective(objective),
  failingAfter: failingAfter || DEFAULT_FAILING_AFTER,
  windows: parseMaintenance(maintenance ?? '') ?? [],
});
