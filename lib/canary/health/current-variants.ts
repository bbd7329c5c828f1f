import type { ScheduledRun } from '../attempts';
import { percentile } from '../durations';
import type { Canary } from '../run';
import type { Variant } from './canary-health';
import { byVariant, variantKey, variantOf } from './variants';

/** A variant with its scheduled runs, newest first; none if it is only configured. */
export type VariantRuns = Variant & { scheduled: readonly ScheduledRun[] };

/** A variant is no longer used when others have run for this many of its intervals without it. */
const UNUSED_INTERVALS = 3;
const MAX_SPACINGS = 20;

type Configured = Pick<Canary, 'browserTypes' | 'locations' | 'modified'>;

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
  const configured = isConfigured ? configuredVariants(canary, found) : [];
  if (configured.length > 0) return configured;
  const newest = scheduled[0]?.started;
  if (newest === undefined) return [{ scheduled: [] }];
  return found
    .filter((runs) => isUsed(runs, newest, isConfigured ? canary.modified : undefined))
    .map(toVariant);
}

function configuredVariants(
  { browserTypes = [], locations }: Configured,
  found: readonly [ScheduledRun, ...ScheduledRun[]][],
): VariantRuns[] {
  if (browserTypes.length === 0 && !locations) return [];
  const runsOf = new Map(found.map((runs) => [variantKey(runs[0].attempts[0]), runs]));
  const seen = found.map(([newest]) => newest.attempts[0]);
  const browsers = configuredOrSeen(
    browserTypes,
    seen.map(({ browserType }) => browserType),
  );
  const places = locations
    ? [locations.primary, ...locations.replicas.filter(isReplicated).map(({ location }) => location)]
    : [];
  return configuredOrSeen(
    places,
    seen.map(({ location }) => location),
  ).flatMap((location) =>
    browsers.map((browserType) => {
      const variant = variantOf({ browserType, location });
      return { ...variant, scheduled: runsOf.get(variantKey(variant)) ?? [] };
    }),
  );
}

/** What is configured, except when runs name nothing of that kind. Without a configuration, what runs name. */
function configuredOrSeen(configured: readonly string[], seen: readonly (string | undefined)[]) {
  const isNamed = seen.length === 0 || seen.some((value) => value !== undefined);
  if (configured.length > 0 && isNamed) return [...new Set(configured)];
  return seen.length === 0 ? [undefined] : [...new Set(seen)];
}

/** A replica that is still being made, or was stopped by itself, has no runs to expect. */
const isReplicated = ({ replicationState, state }: { replicationState?: string; state?: string }) =>
  replicationState !== 'InProgress' && (state === undefined || state === 'RUNNING');

function isUsed([last, ...earlier]: [ScheduledRun, ...ScheduledRun[]], newest: number, modified?: number) {
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
