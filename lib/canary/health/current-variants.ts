import type { ScheduledRun } from '../attempts';
import { percentile } from '../durations';
import type { Canary, CanaryReplica } from '../run';
import type { NotDue, Variant } from './canary-health';
import { byVariant, variantKey, variantOf } from './variants';

/** A variant with its scheduled runs, newest first; none if it is only configured. `notDue`: why none is expected, if so. */
export type VariantRuns = Variant & { scheduled: readonly ScheduledRun[]; notDue?: NotDue };

/** A variant is no longer used when others have run for this many of its intervals without it. */
const UNUSED_INTERVALS = 3;
const MAX_SPACINGS = 20;

/** Whether the runs of a variant count for the canary's state: those of a stopped one, or of none that is set up, don't. */
export const isInUse = ({ notDue, scheduled }: VariantRuns) =>
  !notDue || (notDue !== 'stopped' && scheduled.length > 0);

type Configured = Pick<Canary, 'browserTypes' | 'locations' | 'modified' | 'configured'>;

/**
 * The variants in which a canary runs at an instant, from its scheduled runs until then, newest first. Its configuration names
 * them if it has been the same since; else those count that have run lately, as AWS tells nothing of earlier configurations.
 */
export function currentVariants(
  scheduled: readonly ScheduledRun[],
  canary: Configured,
  at: number,
): VariantRuns[] {
  const found = [...byVariant(scheduled).values()];
  const isConfigured = canary.modified !== undefined && at >= canary.modified;
  const leftOut = whyLeftOut(canary, isConfigured, found.length > 0);
  if (leftOut) return [{ scheduled: [], notDue: leftOut }];
  const configured = isConfigured ? configuredVariants(canary, found, at) : [];
  if (configured.length > 0) return configured;
  const newest = scheduled[0]?.started;
  if (newest === undefined) return [{ scheduled: [] }];
  return found
    .filter((runs) => hasRunLately(runs, newest, isConfigured ? canary.modified : undefined))
    .map(toVariant);
}

/** Why no runs are expected in the browser and location that a canary is looked at in, if none are. */
function whyLeftOut({ configured }: Configured, isConfigured: boolean, hasRuns: boolean) {
  if (configured === 'no' && (isConfigured || !hasRuns)) return 'not configured';
  return configured === 'unknown' && !hasRuns ? 'not named' : undefined;
}

function configuredVariants(
  { browserTypes = [], locations }: Configured,
  found: readonly [ScheduledRun, ...ScheduledRun[]][],
  at: number,
): VariantRuns[] {
  if (browserTypes.length === 0 && !locations) return [];
  const runsOf = new Map(found.map((runs) => [variantKey(runs[0].attempts[0]), runs]));
  const seen = found.map(([newest]) => newest.attempts[0]);
  const browsers = configuredOrSeen(
    browserTypes,
    seen.map(({ browserType }) => browserType),
  );
  const places = locations ? [locations.primary, ...locations.replicas.map(({ location }) => location)] : [];
  const replicas = new Map(locations?.replicas.map((replica) => [replica.location, replica]));
  return configuredOrSeen(
    places,
    seen.map(({ location }) => location),
  ).flatMap((location) =>
    browsers.map((browserType) => {
      const variant = variantOf({ browserType, location });
      const replica = location === undefined ? undefined : replicas.get(location);
      return withDue({ ...variant, scheduled: runsOf.get(variantKey(variant)) ?? [] }, replica, at);
    }),
  );
}

/** What is configured, except when runs name nothing of that kind. Without a configuration, what runs name. */
function configuredOrSeen(configured: readonly string[], seen: readonly (string | undefined)[]) {
  const isNamed = seen.length === 0 || seen.some((value) => value !== undefined);
  if (configured.length > 0 && isNamed) return [...new Set(configured)];
  return seen.length === 0 ? [undefined] : [...new Set(seen)];
}

/** States of a replica in which no runs are due. In others, as while it is updated, its schedule runs. */
const STATES_NOT_DUE: Partial<Record<string, NotDue>> = {
  STOPPED: 'stopped',
  STOPPING: 'stopped',
  CREATING: 'not started',
  READY: 'not started',
  ERROR: 'in error',
};

/** A replica that is being made, could not be made, or is not running by itself has no runs to expect. */
function withDue(variant: VariantRuns, replica: CanaryReplica | undefined, at: number): VariantRuns {
  if (!replica) return variant;
  const { replicationState, state, modified = at } = replica;
  // It came into this state later.
  if (modified > at && variant.scheduled.length > 0) return variant;
  if (replicationState === 'InProgress') return { ...variant, notDue: 'replicating' };
  const notDue = state === undefined ? undefined : STATES_NOT_DUE[state];
  if (notDue) return { ...variant, notDue };
  const isMade = replicationState === undefined || replicationState === 'InSync';
  return isMade || variant.scheduled.length > 0 ? variant : { ...variant, notDue: 'inconsistent' };
}

function hasRunLately(
  [last, ...earlier]: [ScheduledRun, ...ScheduledRun[]],
  newest: number,
  modified?: number,
) {
  if (modified !== undefined) return last.started >= modified || newest < modified;
  const spacings = [last, ...earlier]
    .slice(0, MAX_SPACINGS)
    .flatMap(({ started }, i, all) => (i === 0 ? [] : [(all[i - 1]?.started ?? started) - started]));
  const spacing = percentile(spacings, 50);
  return spacing === undefined ? true : newest - last.started <= UNUSED_INTERVALS * spacing;
}

const toVariant = (scheduled: [ScheduledRun, ...ScheduledRun[]]): VariantRuns => ({
  ...variantOf(scheduled[0].attempts[0]),
  scheduled,
});
