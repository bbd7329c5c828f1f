'use client';

import { type PointerEvent, useState } from 'react';
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

/**
 * A canary's runs over the range in equal parts: the colour is the worst outcome of a part, its height the share that has it. One
 * path for each colour, because a list has thousands of parts.
 */
export function HeartbeatStrip({ name, heartbeat, zone, now }: HeartbeatStripProps) {
  const [hovered, setHovered] = useState<number>();
  const beats = beatsOf(heartbeat, now);
  const width = beats.length * UNIT_WIDTH;
  const beat = hovered === undefined ? undefined : beats[hovered];
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    setHovered(Math.floor(((clientX - box.left) / box.width) * beats.length));
  };
  return (
    <svg
      className={classes.strip}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name}: ${stripText(beats)}`}
      onPointerMove={onPointerMove}
    >
      {beat && <title>{beatTitle(beat, zone)}</title>}
      {[...pathsOf(beats)].map(([state, path]) => (
        <path key={state} className={classes.beat} data-state={state} d={path} />
      ))}
    </svg>
  );
}

/** The bars of each state, those of the rest of a part first, since they are below its bar. */
function pathsOf(beats: readonly Beat[]): Map<BeatState | 'rest', string> {
  const paths = new Map<BeatState | 'rest', string>([['rest', '']]);
  for (const [i, beat] of beats.entries()) {
    const height = heightOf(beat);
    if (height < HEIGHT && beat.share > 0) paths.set('rest', `${paths.get('rest')}${barPath(i, HEIGHT)}`);
    if (height > 0) paths.set(beat.state, `${paths.get(beat.state) ?? ''}${barPath(i, height)}`);
  }
  if (paths.get('rest') === '') paths.delete('rest');
  return paths;
}

const barPath = (index: number, height: number) =>
  `M${index * UNIT_WIDTH + GAP_WIDTH / 2} ${HEIGHT}v${-rounded(height)}h${UNIT_WIDTH - GAP_WIDTH}V${HEIGHT}z`;

const rounded = (px: number) => Math.round(px * 100) / 100;

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
