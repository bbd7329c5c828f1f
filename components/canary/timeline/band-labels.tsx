import type { Span } from '@/lib/time/range';
import classes from './timeline-picture.module.css';

const LETTER_PX = 6.6;

type BandLabelsProps = {
  bands: readonly Span[];
  x(at: number): number;
  y: number;
  /** The longest that fits is shown. */
  texts(band: Span): string[];
};

/** A text in each band that has room for one. */
export const BandLabels = ({ bands, x, y, texts }: BandLabelsProps) =>
  bands.map((band) => {
    const [from, to] = [x(band.from), x(band.to)];
    const label = texts(band).find((text) => to - from >= text.length * LETTER_PX + 8);
    if (label === undefined) return null;
    return (
      <text key={band.from} x={(from + to) / 2} y={y} textAnchor="middle" className={classes.label}>
        {label}
      </text>
    );
  });
