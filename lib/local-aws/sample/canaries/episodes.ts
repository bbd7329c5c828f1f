import { DAY, HOUR } from '@/lib/time/duration';
import { Random } from '../random';
import type { SampleCanary } from './sample-canary';

/** A period in which a canary always or often fails, or has no runs. Epoch milliseconds. */
export type Episode = {
  kind: 'outage' | 'flaky' | 'silence';
  /** The Region that it concerns; all by default. */
  location?: string;
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
    episodes.push(...flakyPeriodsOf(sample, day), ...localOutagesOf(sample, day), ...silencesOf(sample, day));
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

/** Most days have some hours in which a canary fails in its weak location alone. */
function localOutagesOf(sample: SampleCanary, day: number): Episode[] {
  const { canary, weakLocation } = sample;
  if (weakLocation === undefined) return [];
  const random = new Random('canary-local-outage', canary.name, day);
  if (!random.chance(0.8)) return [];
  const from = day * DAY + random.below(20 * HOUR);
  const to = from + Math.round(random.between(2, 7) * HOUR);
  return [
    {
      kind: 'outage',
      location: weakLocation,
      from,
      to,
      reason: random.pick(sample.reasons),
      timeoutShare: 0,
    },
  ];
}

/** Most days have some hours in which no run starts. */
function silencesOf({ canary, silences }: SampleCanary, day: number): Episode[] {
  if (!silences) return [];
  const random = new Random('canary-silence', canary.name, day);
  if (!random.chance(0.8)) return [];
  const from = day * DAY + random.below(20 * HOUR);
  return [
    {
      kind: 'silence',
      from,
      to: from + Math.round(random.between(3, 8) * HOUR),
      reason: '',
      timeoutShare: 1,
    },
  ];
}
