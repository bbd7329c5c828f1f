import { costOfShare, type ProfileCost } from '@/lib/profile/view/frame-cost';
import { costCell, costTimeText } from '../../cost/cost-text';
import { COST_TIMES } from '../../settings/cost-params';
import classes from './flame-tooltip.module.css';

type CostTableProps = {
  cost: ProfileCost;
  /** Of all samples of the profile, 0–1. */
  shares: { total: number; self: number };
};

/** What a frame cost in the time of the profile, in an hour and in a year. */
export const CostTable = ({ cost, shares }: CostTableProps) => (
  <table className={classes.counts}>
    <thead>
      <tr>
        <td />
        {COST_TIMES.map((time) => (
          <th key={time}>cost {costTimeText(time, cost.ms)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {(['total', 'self'] as const).map((kind) => {
        const frame = costOfShare(shares[kind], cost);
        return (
          <tr key={kind}>
            <th>{kind}</th>
            {COST_TIMES.map((time) => (
              <td key={time}>{costCell(frame, time)}</td>
            ))}
          </tr>
        );
      })}
    </tbody>
  </table>
);
