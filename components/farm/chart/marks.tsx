import { marksPath } from '@/lib/farm/plot/marks-path';
import type { Series } from '@/lib/farm/series';
import classes from './chart.module.css';
import type { Plot } from './plot';

type MarksProps = { series: Series; bars: readonly number[] } & Pick<Plot, 'scale' | 'amounts'>;

/** A triangle above each marked bar. */
export const Marks = ({ series, bars, scale, amounts }: MarksProps) =>
  bars.length > 0 && (
    <path
      className={classes.mark}
      data-marks={bars.length}
      d={marksPath(bars, series.buckets, amounts, scale)}
    />
  );
