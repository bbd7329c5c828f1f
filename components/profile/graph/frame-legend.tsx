import type { FrameGroup } from '@/lib/profile/graph/frame-groups';
import classes from './frame-legend.module.css';
import { legendItems, shownLabel } from './legend-items';

type FrameLegendProps = {
  legend: readonly FrameGroup[];
  /** What a search found has one colour, and all else another. */
  isSearched: boolean;
};

/** What the colours of frames mean, with the share of the samples that are each one's own. */
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
