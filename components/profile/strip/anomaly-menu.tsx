'use client';

import { DetailsPopover } from '@/components/panel/details-popover';
import { counted } from '@/lib/answer/counted';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { Span } from '@/lib/time/range';
import { anomalyNames, anomalyTimeText } from '../frame-text/anomaly-text';
import { AnomalyDetails } from './anomaly-details';
import classes from './anomaly-marks.module.css';
import type { PlacedMark } from './placed-marks';
import type { Anomalies } from './use-anomalies';

type AnomalyMenuProps = {
  group: string;
  anomalies: Anomalies;
  mark: PlacedMark;
  zone: string;
  onPick(span: Span): void;
};

const MAX_LISTED = 5;

/** The mark of anomalies, which opens their details. */
export function AnomalyMenu({ group, anomalies, mark, zone, onPick }: AnomalyMenuProps) {
  const name = nameOf(mark.anomalies, zone);
  return (
    <DetailsPopover
      position="bottom-start"
      width={440}
      label={name}
      target={(_, toggle) => (
        <button
          type="button"
          className={classes.mark}
          style={{ left: mark.x }}
          title={name}
          aria-label={name}
          onClick={toggle}
        >
          <span aria-hidden>◆</span> {mark.label}
        </button>
      )}
    >
      {(close) => (
        <AnomalyDetails {...{ group, anomalies, zone, onPick }} marks={mark.anomalies} onClose={close} />
      )}
    </DetailsPopover>
  );
}

/** `Anomaly: CartService.recommend, since the hour from 24 Nov 2026, 09:00 UTC`, with at most MAX_LISTED times, to be listened to. */
function nameOf(marks: readonly AnomalyMark[], zone: string): string {
  const texts = marks
    .slice(0, MAX_LISTED)
    .map((mark) => `${anomalyNames([mark])}, ${anomalyTimeText(mark, zone)}`);
  const others = marks.length - MAX_LISTED;
  const more = others > 0 ? [counted(others, 'more time')] : [];
  return `${marks.length === 1 ? 'Anomaly' : 'Anomalies'}: ${[...texts, ...more].join('; ')}`;
}
