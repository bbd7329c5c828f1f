import { DAY, HOUR } from '@/lib/time/duration';
import { Random } from '../random';
import type { SampleCanary } from './sample-canary';

/** A period in which a canary always or often fails. Epoch milliseconds. */
export type Episode = {
  kind: 'outage' | 'flaky';
  from: number;
  to: number;
  /** Reason of its failures. */
  reason: string;
  /** Share of attempts that time out, which are not recorded. */
  timeoutShare: number;
};

const BLOCK_MS = 6 * HOUR;
const MAX_EPISODE_MS = 8 * HOUR;

/** Canaries that an outage can hit. Those that run often are hit more often, so that most hours of most days show one. */
const TARGETS = [
  'sample-api-health',
  'sample-api-health',
  'sample-login-flow',
  'sample-login-flow',
  'sample-checkout',
  'sample-checkout',
  'sample-search',
  'sample-search',
  'sample-asset-upload',
  'sample-report-export',
];

/** The outages and flaky periods of a canary that overlap a span of time. */
export function episodesIn(sample: SampleCanary, from: number, to: number): Episode[] {
  const episodes: Episode[] = [];
  for (let block = Math.floor((from - MAX_EPISODE_MS) / BLOCK_MS); block * BLOCK_MS < to; block++) {
    episodes.push(...outagesOf(sample, block));
  }
  for (let day = Math.floor((from - MAX_EPISODE_MS) / DAY); day * DAY < to; day++) {
    episodes.push(...flakyPeriodsOf(sample, day));
  }
  return episodes.filter((episode) => episode.from < to && episode.to > from);
}

/** Three in four blocks of six hours have an outage of one canary, which lasts minutes to hours. */
function outagesOf(sample: SampleCanary, block: number): Episode[] {
  const random = new Random('canary-outage', block);
  if (!random.chance(0.75) || random.pick(TARGETS) !== sample.canary.name) return [];
  const from = block * BLOCK_MS + random.below(BLOCK_MS);
  const minutes = Math.max(3, sample.outageMinutes * Math.exp(0.8 * random.normal()));
  const to = from + Math.min(MAX_EPISODE_MS, Math.round(minutes * 60_000));
  const timeoutShare = random.pick([0, 0, 0.15, 0.9]);
  return [{ kind: 'outage', from, to, reason: random.pick(sample.reasons), timeoutShare }];
}

function flakyPeriodsOf(sample: SampleCanary, day: number): Episode[] {
  const random = new Random('canary-flaky', sample.canary.name, day);
  if (!random.chance(0.15)) return [];
  const from = day * DAY + random.below(20 * HOUR);
  const to = from + Math.round(random.between(1, 5) * HOUR);
  return [{ kind: 'flaky', from, to, reason: random.pick(sample.reasons), timeoutShare: 0 }];
}
