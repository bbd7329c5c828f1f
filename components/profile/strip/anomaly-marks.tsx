'use client';

import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './anomaly-marks.module.css';
import { placedMarks } from './placed-marks';

type AnomalyMarksProps = {
  marks: readonly AnomalyMark[];
  shown: Span;
  width: number;
  /** Width at the right that another label takes. */
  reservedPx: number;
  zone: string;
  onPick(span: Span): void;
};

const MAX_LISTED = 5;

/** The anomalies of the time shown, each at its start. A click makes its time the range. */
export function AnomalyMarks({ marks, shown, width, reservedPx, zone, onPick }: AnomalyMarksProps) {
  return placedMarks(marks, shown, width, reservedPx).map(({ from, to, anomalies, x, roomPx, label }) => {
    const listed = anomalies.slice(0, MAX_LISTED).map((anomaly) => describe(anomaly, zone));
    const others = anomalies.length - MAX_LISTED;
    const more = others > 0 ? [`${others} more`] : [];
    const text = `${anomalies.length === 1 ? 'Anomaly' : 'Anomalies'}, ${[...listed, ...more].join('; ')}. Show this time`;
    return (
      <button
        key={from}
        type="button"
        className={classes.mark}
        style={{ left: x, maxWidth: roomPx }}
        title={text.slice(0, 500)}
        aria-label={text.slice(0, 500)}
        onClick={() => onPick({ from, to })}
      >
        <span aria-hidden>◆</span> {label.slice(0, 60)}
      </button>
    );
  });
}

/** The time of an anomaly and the functions, as many as fit. */
function describe({ from, to, names }: AnomalyMark, zone: string): string {
  const others = names.length - MAX_LISTED;
  const listed = names.slice(0, MAX_LISTED).join(', ');
  return `${formatSpan({ from, to }, zone)}: ${listed}${others > 0 ? ` and ${others} more` : ''}`;
}
