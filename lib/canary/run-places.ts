import type { LoadedRuns } from './loaded';
import type { Canary, CanaryRun } from './run';

/** A choice of the runs of one location, one browser or both. */
export type RunPlace = { location: string | null; browser: string | null };

/** Tells of a run whether it is of a place. */
export const isIn =
  ({ location, browser }: RunPlace) =>
  (run: CanaryRun) =>
    (location === null || run.location === location) && (browser === null || run.browserType === browser);

/** The runs of a place. Everything from `from` on is known of it too. */
export const runsIn = (loaded: LoadedRuns, place: RunPlace): LoadedRuns =>
  place.location === null && place.browser === null
    ? loaded
    : { ...loaded, runs: loaded.runs.filter(isIn(place)) };

/** The canary as it runs in a place, so that runs of other places are not missing there. */
export function canaryIn(canary: Canary, { location, browser }: RunPlace): Canary {
  const { locations, browserTypes } = canary;
  const listed = [
    isListed(location, locations ? placesOf([], canary).locations : []),
    isListed(browser, browserTypes ?? []),
  ];
  const configured = listed.includes('no') ? 'no' : listed.find((each) => each === 'unknown');
  // A replica keeps its own state, by which it may not run yet.
  const replicas = locations?.replicas.filter((replica) => replica.location === location) ?? [];
  return {
    ...canary,
    ...(location !== null && locations && { locations: { primary: location, replicas } }),
    ...(browser !== null && browserTypes && { browserTypes: [browser] }),
    ...(configured && { configured }),
  };
}

function isListed(chosen: string | null, listed: readonly string[]): 'yes' | 'no' | 'unknown' {
  if (chosen === null) return 'yes';
  if (listed.length === 0) return 'unknown';
  return listed.includes(chosen) ? 'yes' : 'no';
}

/** The locations and browsers of a canary and of its runs, by name. */
export function placesOf(runs: readonly CanaryRun[], canary: Canary | undefined) {
  const names = (of: Iterable<string | undefined>) =>
    [...new Set(of)].filter((name) => name !== undefined).sort((a, b) => (a < b ? -1 : 1));
  const { locations, browserTypes = [] } = canary ?? {};
  const replicas = locations
    ? [locations.primary, ...locations.replicas.map(({ location }) => location)]
    : [];
  return {
    locations: names([...replicas, ...runs.map(({ location }) => location)]),
    browsers: names([...browserTypes, ...runs.map(({ browserType }) => browserType)]),
  };
}
