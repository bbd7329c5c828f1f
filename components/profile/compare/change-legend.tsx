import { CHANGE_LABELS, CHANGES, changeFill } from '@/lib/profile/graph/change-colour';
import type { LegendItem } from '../graph/legend-items';
import classes from './compare.module.css';

/** The colours of a comparison, from the largest decrease to the largest increase. */
export const CHANGE_LEGEND: LegendItem[] = CHANGES.map((step) => ({
  fill: changeFill(step),
  label: CHANGE_LABELS[step],
}));

/** The legend of a comparison. */
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
