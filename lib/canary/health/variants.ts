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

/** Scheduled runs by variant, each in the given order. */
export function byVariant(
  scheduled: readonly ScheduledRun[],
): Map<string, [ScheduledRun, ...ScheduledRun[]]> {
  const variants = new Map<string, [ScheduledRun, ...ScheduledRun[]]>();
  for (const run of scheduled) {
    const key = variantKey(run.attempts[0]);
    const known = variants.get(key);
    if (known) known.push(run);
    else variants.set(key, [run]);
  }
  return variants;
}
