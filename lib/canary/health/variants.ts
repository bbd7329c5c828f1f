import type { ScheduledRun } from '../attempts';
import type { CanaryRun } from '../run';
import type { Variant } from './canary-health';

/** A variant as a key of maps. */
export const variantKey = ({ browserType = '', location = '' }: Variant) => `${browserType} ${location}`;

/** Compares variants by location, then by browser, so that they are listed in the same order everywhere. */
export const compareVariants = (a: Variant, b: Variant): number =>
  inNaturalOrder(a.location ?? '', b.location ?? '') ||
  inNaturalOrder(a.browserType ?? '', b.browserType ?? '');

/** `us-east-2` is before `us-east-10`. */
const inNaturalOrder = new Intl.Collator('en', { numeric: true }).compare;

/** The browser and location of a run. */
export const variantOf = ({
  browserType,
  location,
}: Pick<CanaryRun, 'browserType' | 'location'>): Variant => ({
  ...(browserType !== undefined && { browserType }),
  ...(location !== undefined && { location }),
});

type RunsByVariant = ReadonlyMap<string, [ScheduledRun, ...ScheduledRun[]]>;

/** Several figures of a page group the same list. */
const grouped = new WeakMap<readonly ScheduledRun[], RunsByVariant>();

/** Scheduled runs by variant, each in the given order. */
export function byVariant(scheduled: readonly ScheduledRun[]): RunsByVariant {
  const known = grouped.get(scheduled);
  if (known) return known;
  const variants = groupByVariant(scheduled);
  grouped.set(scheduled, variants);
  return variants;
}

function groupByVariant(scheduled: readonly ScheduledRun[]): RunsByVariant {
  const variants = new Map<string, [ScheduledRun, ...ScheduledRun[]]>();
  /** By browser and location, because to make a key for each run would take longer than all else. */
  const found = new Map<string | undefined, Map<string | undefined, ScheduledRun[]>>();
  for (const run of scheduled) {
    const [{ browserType, location }] = run.attempts;
    let ofBrowser = found.get(browserType);
    if (!ofBrowser) {
      ofBrowser = new Map();
      found.set(browserType, ofBrowser);
    }
    const known = ofBrowser.get(location);
    if (known) known.push(run);
    else {
      const runs: [ScheduledRun, ...ScheduledRun[]] = [run];
      ofBrowser.set(location, runs);
      variants.set(variantKey(run.attempts[0]), runs);
    }
  }
  return variants;
}

/** The browsers and locations of scheduled runs, by name. */
export const variantsIn = (scheduled: readonly ScheduledRun[]): Variant[] =>
  [...byVariant(scheduled).values()].map(([run]) => variantOf(run.attempts[0])).sort(compareVariants);
