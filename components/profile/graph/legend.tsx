import classes from './legend.module.css';
import { type LegendItem, shownLabel } from './legend-items';

/** The colours of a graph with their meaning. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="Colours">
      {items.map(({ fill, label, share }) => (
        <li key={label}>
          {fill && <span className={classes.swatch} style={{ background: fill }} aria-hidden />}
          <span className={classes.label}>{shownLabel(label)}</span> {share}
        </li>
      ))}
    </ul>
  );
}
