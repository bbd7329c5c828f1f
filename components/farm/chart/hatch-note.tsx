import { cutText } from '@/lib/farm/plot/cut-buckets';
import type { Series } from '@/lib/farm/series';
import classes from './chart.module.css';

/** What the hatching of a chart means; nothing where none is hatched. */
export function HatchNote({ series }: { series: Series }) {
  const text = cutText(series);
  return (
    text && (
      <p className={classes.note}>
        <span className={classes.hatched} aria-hidden />
        {text}
      </p>
    )
  );
}
