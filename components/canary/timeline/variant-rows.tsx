'use client';

import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useWidth } from '@/components/panel/use-width';
import { PlotOverlay } from '@/components/range/plot/plot-overlay';
import { usePlotPointer } from '@/components/range/plot/use-plot-pointer';
import type { ScheduledRun } from '@/lib/canary/attempts';
import { formatAvailability, passedShare } from '@/lib/canary/availability';
import { byVariant } from '@/lib/canary/health/variants';
import { variantName } from '@/lib/canary/labels';
import { barPaths } from '@/lib/canary/plot/bar-paths';
import type { DurationScale } from '@/lib/canary/plot/duration-scale';
import { type PlotRuns, plotRuns } from '@/lib/canary/plot/plot-runs';
import { LEFT, RIGHT } from '@/lib/canary/plot/plot-size';
import { runBars } from '@/lib/canary/plot/run-bars';
import { isIn, type RunPlace } from '@/lib/canary/run-places';
import type { Span } from '@/lib/time/range';
import shared from '../canary.module.css';
import { useRunLimits } from '../run-limits';
import picture from './timeline-picture.module.css';
import classes from './variant-rows.module.css';

const ROW_HEIGHT = 14;
/** AWS allows 50 further locations, each with two browsers. */
const MAX_ROWS = 120;
/** Only outcomes show: all bars have the height of the row. */
const FULL: DurationScale = {
  ...{ kind: 'linear', topMs: Number.POSITIVE_INFINITY, cutCount: 0, p95: undefined, ticks: [] },
  share: () => 1,
};

type VariantRowsProps = {
  /** The runs of the range, newest first. */
  scheduled: readonly ScheduledRun[];
  /** Those that availability counts. */
  counted: readonly ScheduledRun[];
  view: Span;
  now: number;
  onPlace(place: RunPlace): void;
  /** Makes a dragged span the range. */
  onPick(span: Span): void;
};

/** One row of outcomes for each location and browser, the worst first, on the timeline's axis. A row opens its place alone. */
export function VariantRows({ scheduled, counted, view, now, onPlace, onPick }: VariantRowsProps) {
  const { ref, width } = useWidth();
  const limits = useRunLimits();
  const rows = useMemo(
    () => rowsOf(scheduled, counted, (runs) => plotRuns(runs, now, limits)),
    [scheduled, counted, now, limits],
  );
  const axis = { span: view, left: LEFT, right: RIGHT };
  const pointer = usePlotPointer(axis, { onPick });
  return (
    <section aria-label="Locations and browsers" className={classes.rows} {...pointer}>
      <div ref={ref} className={classes.measure} />
      {rows.slice(0, MAX_ROWS).map(({ key, label, place, plot, share, failed }) => (
        <UnstyledButton
          key={key}
          className={classes.row}
          disabled={!place}
          onClick={() => place && onPlace(place)}
          aria-label={`${label}: ${share === undefined ? 'no finished runs' : formatAvailability(share)}, ${failed} failed.${place ? ' Show it alone.' : ''}`}
        >
          <span className={classes.label}>
            {label}{' '}
            <span className={classes.share}>{share === undefined ? '–' : formatAvailability(share)}</span>
          </span>
          <svg width={width} height={ROW_HEIGHT} aria-hidden className={classes.strip}>
            {width > 0 &&
              barPaths(
                runBars(plot, { span: view, width, height: ROW_HEIGHT - 4, scale: FULL }),
                ROW_HEIGHT - 2,
              ).map(({ outcome, d }) => (
                <path key={outcome} data-outcome={outcome} className={picture.outcome} d={d} />
              ))}
          </svg>
        </UnstyledButton>
      ))}
      <PlotOverlay axis={axis} texts="value" />
      {rows.length > MAX_ROWS && (
        <p className={shared.muted}>
          The {MAX_ROWS} worst of {rows.length} locations and browsers.
        </p>
      )}
    </section>
  );
}

type Row = {
  key: string;
  label: string;
  /** Absent if no filter has its runs alone: those of other rows have the same browser, and a location besides. */
  place: RunPlace | undefined;
  plot: PlotRuns;
  share: number | undefined;
  failed: number;
};

function rowsOf(
  scheduled: readonly ScheduledRun[],
  counted: readonly ScheduledRun[],
  plotOf: (runs: readonly ScheduledRun[]) => PlotRuns,
): Row[] {
  const countedOf = byVariant(counted);
  const variants = [...byVariant(scheduled)];
  const rows = variants.map(([key, runs]): Row => {
    const [run] = runs[0].attempts;
    const place = { location: run.location ?? null, browser: run.browserType ?? null };
    const isAlone = variants.filter(([, others]) => isIn(place)(others[0].attempts[0])).length === 1;
    const { share, passed, finished } = passedShare(countedOf.get(key) ?? []);
    return {
      key,
      label: variantName(run) || 'No location',
      place: isAlone ? place : undefined,
      plot: plotOf(runs),
      share,
      failed: finished - passed,
    };
  });
  return rows.sort((a, b) => (a.share ?? 2) - (b.share ?? 2) || (a.label < b.label ? -1 : 1));
}
