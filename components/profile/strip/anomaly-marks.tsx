'use client';

import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { Span } from '@/lib/time/range';
import { AnomalyMenu } from './anomaly-menu';
import { placedMarks } from './placed-marks';
import type { Anomalies } from './use-anomalies';

type AnomalyMarksProps = {
  group: string;
  anomalies: Anomalies;
  marks: readonly AnomalyMark[];
  shown: Span;
  width: number;
  zone: string;
  onPick(span: Span): void;
};

/** The anomalies of the time shown, each at its start. A click opens their details. */
export function AnomalyMarks({ marks, shown, width, ...menu }: AnomalyMarksProps) {
  return placedMarks(marks, { shown, width, zone: menu.zone }).map((mark) => (
    <AnomalyMenu key={mark.anomalies[0]?.from} mark={mark} {...menu} />
  ));
}
