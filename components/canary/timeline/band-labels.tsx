import type { Span } from '@/lib/time/range';
import classes from './timeline-picture.module.css';

const LETTER_PX = 6.6;

type BandLabelsProps = {
  bands: readonly Span[];
  x(at: number): number;
  y: number;
  text(band: Span): string;
};

/** A text in each band that has room for it. */
export const BandLabels = ({ bands, x, y, text }: BandLabelsProps) =>
  bands.map((band) => {
    const [from, to] = [x(band.from), x(band.to)];
    const label = text(band);
    if (to - from < label.length * LETTER_PX + 8) return null;
    return (
      <text key={band.from} x={(from + to) / 2} y={y} textAnchor="middle" className={classes.label}>
        {label}
      </text>
    );
  });
