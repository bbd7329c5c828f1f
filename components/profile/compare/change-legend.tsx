import { CHANGE_LABELS, CHANGES, changeFill } from '@/lib/profile/graph/change-colour';
import type { LegendItem } from '../graph/legend-items';
import classes from './compare.module.css';

/** Each colour of a comparison, from the largest decrease on. */
export const CHANGE_LEGEND: LegendItem[] = CHANGES.map((step) => ({
  fill: changeFill(step),
  label: CHANGE_LABELS[step],
}));

/** What the colours of a comparison mean. */
export function ChangeLegend() {
  return (
    <ul className={classes.legend} aria-label="Colours">
      {CHANGE_LEGEND.map(({ fill, label }) => (
        <li key={label}>
          <span className={classes.swatch} style={{ background: fill }} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
