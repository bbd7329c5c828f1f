import type { FrameGroup } from '@/lib/profile/graph/frame-groups';
import classes from './frame-legend.module.css';
import { legendItems, shownLabel } from './legend-items';

type FrameLegendProps = {
  legend: readonly FrameGroup[];
  /** Matches of a search have one colour, all other frames another. */
  isSearched: boolean;
};

/** The meaning of the frames' colours, each with its share of the self samples. */
export function FrameLegend({ legend, isSearched }: FrameLegendProps) {
  const items = legendItems(legend, isSearched);
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
