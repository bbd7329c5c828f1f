import { useZone } from '@/components/range/use-range';
import { OutcomeMarks } from '../outcome-marks';
import classes from './list-table.module.css';

/** What the bars of the list mean, and in which zone its times are. */
export function ListLegend() {
  const zone = useZone();
  return (
    <div className={classes.legend}>
      <OutcomeMarks />
      <span>
        <span aria-hidden className={classes.missing} />
        Due, but no run
      </span>
      <span>
        Colour: the worst outcome in a part of the range. Height: the share of its runs that have it.
      </span>
      <span>Times in {zone}.</span>
    </div>
  );
}
