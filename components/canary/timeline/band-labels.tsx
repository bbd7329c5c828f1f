import { type BandLabel, placedLabels } from './placed-labels';
import classes from './timeline-picture.module.css';

type BandLabelsProps = { labels: readonly BandLabel[]; x(at: number): number; y: number };

/** A text in each band that has room for one. */
export const BandLabels = ({ labels, x, y }: BandLabelsProps) =>
  placedLabels(labels, x).map(({ band, text, middle }) => (
    <text key={`${band.from} ${band.to}`} x={middle} y={y} textAnchor="middle" className={classes.label}>
      {text}
    </text>
  ));
