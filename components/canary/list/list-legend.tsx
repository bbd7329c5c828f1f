import { useZone } from '@/components/range/use-range';
import type { Outcome } from '@/lib/canary/attempts';
import { StateMark } from '../state-mark';
import classes from './list-table.module.css';

const OUTCOMES: readonly Outcome[] = ['passed', 'retried', 'failed', 'running'];

/** What the bars of the list mean, and in which zone its times are. */
export function ListLegend() {
  const zone = useZone();
  return (
    <div className={classes.legend}>
      {OUTCOMES.map((outcome) => (
        <StateMark key={outcome} outcome={outcome} />
      ))}
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
