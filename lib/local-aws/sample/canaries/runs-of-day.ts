import type { CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import { nextTimeOf, timesBetween } from '../../synthetics/runner/schedule';
import { activityAt } from './activity';
import { attemptsOf, maxRetryDelayMs } from './attempts';
import { dryRunsOfDay } from './dry-runs';
import { episodesIn } from './episodes';
import type { SampleCanary } from './sample-canary';

/** Every run and dry run of a sample canary that starts on a UTC day (days since 1970), including the future. */
export function runsOfDay(sample: SampleCanary, day: number): CanaryRun[] {
  const from = day * DAY;
  const to = from + DAY;
  const { canary } = sample;
  const firstTime = Math.max(canary.created, from - maxRetryDelayMs(sample));
  const episodes = episodesIn(sample, firstTime, to);
  const { browsers = [undefined], location, replicas } = canary;
  const places = replicas ? [location, ...replicas] : [undefined];
  const variants = places.flatMap((replica) => browsers.map((browserType) => ({ replica, browserType })));
  return timesBetween(nextTimeOf(canary.schedule, canary.created), firstTime, to)
    .filter((at) => activityAt(sample, at).state === 'RUNNING')
    .flatMap((at) => variants.flatMap((variant) => attemptsOf(sample, { at, ...variant }, episodes)))
    .concat(dryRunsOfDay(sample, day))
    .filter(({ started }) => started >= from && started < to);
}
