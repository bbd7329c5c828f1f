import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { type Beat, type BeatState, beatsOf } from '@/lib/canary/health/heartbeat-bins';
import { formatInstant } from '@/lib/time/format';
import classes from './heartbeat-strip.module.css';

const HEIGHT = 22;
const UNIT_WIDTH = 100;
const GAP_WIDTH = 14;
/** A single failure among many runs is still seen. */
const MIN_PART = 6;
/** Where nothing was due. */
const BASE_LINE = 2;

const BEAT_WORDS: Record<BeatState, string> = {
  passed: 'all passed',
  retried: 'passed after retries',
  failed: 'failed',
  running: 'running',
  missing: 'due, but no run',
  unknown: 'not known',
  none: 'nothing due',
  future: 'to come',
};

type HeartbeatStripProps = { name: string; heartbeat: CanaryHealth['heartbeat']; zone: string; now: number };

/** A canary's runs over the range in equal parts: the colour is the worst outcome of a part, its height the share that has it. */
export function HeartbeatStrip({ name, heartbeat, zone, now }: HeartbeatStripProps) {
  const beats = beatsOf(heartbeat, now);
  const width = beats.length * UNIT_WIDTH;
  return (
    <svg
      className={classes.strip}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name}: ${stripText(beats)}`}
    >
      {beats.map((beat, i) => (
        <g key={beat.from}>
          <title>{beatTitle(beat, zone)}</title>
          {heightOf(beat) < HEIGHT && beat.share > 0 && <Bar index={i} state="rest" height={HEIGHT} />}
          <Bar index={i} state={beat.state} height={heightOf(beat)} />
        </g>
      ))}
    </svg>
  );
}

const Bar = ({ index, state, height }: { index: number; state: BeatState | 'rest'; height: number }) => (
  <rect
    className={classes.beat}
    data-state={state}
    x={index * UNIT_WIDTH + GAP_WIDTH / 2}
    width={UNIT_WIDTH - GAP_WIDTH}
    y={HEIGHT - height}
    height={height}
  />
);

function heightOf({ state, share }: Beat): number {
  if (state === 'future') return 0;
  if (state === 'none') return BASE_LINE;
  return state === 'unknown' ? HEIGHT : Math.max(MIN_PART, share * HEIGHT);
}

/** The part at an instant: `3 of 12 failed`; undefined outside of the strip. */
export function beatTextAt(
  heartbeat: CanaryHealth['heartbeat'],
  now: number,
  at: number,
): string | undefined {
  const beat = beatsOf(heartbeat, now).find(({ from, to }) => from <= at && at < to);
  return beat && beatText(beat);
}

/** `3 of 12 failed`, with the time. */
const beatTitle = (beat: Beat, zone: string) => `${formatInstant(beat.from, zone)}: ${beatText(beat)}`;

function beatText({ state, finished, failed, missed }: Beat): string {
  const counts = state === 'failed' ? `${failed} of ${finished} failed` : BEAT_WORDS[state];
  const missing = missed > 0 ? `, ${missed} missed` : '';
  return `${counts}${missing}`;
}

/** The strip in words: how many of its parts have each state. */
function stripText(beats: readonly Beat[]): string {
  const counts = new Map<BeatState, number>();
  for (const { state } of beats) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts]
    .map(([state, count]) => `${count} of ${beats.length} parts ${BEAT_WORDS[state]}`)
    .join(', ');
}
