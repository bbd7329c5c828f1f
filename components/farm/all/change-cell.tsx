import { formatMoney } from '@/lib/farm/amounts';
import { changeText, growthText } from '@/lib/farm/compare/change-text';
import { costGrowth } from '@/lib/farm/compare/changes';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import type { RangeFigures } from '@/lib/farm/totals/range-figures';
import classes from './farms-table.module.css';

type ChangeCellProps = {
  now: RangeFigures | undefined;
  before: RangeFigures | undefined;
  /** Why there is no `before`. */
  earlier?: EarlierCosts | undefined;
};

/** The change of a cost since the earlier period, relative to that. */
export function ChangeCell({ now, before, earlier }: ChangeCellProps) {
  if (!now) return null;
  if (!before) return <Missing earlier={earlier} />;
  const growth = costGrowth(now.costUsd, before.costUsd);
  const words = changeText(now.costUsd, before.costUsd, formatMoney);
  if (Number.isNaN(growth) || before.costUsd === 0) return <span className={classes.muted}>{words}</span>;
  return <span title={words}>{growthText(growth)}</span>;
}

function Missing({ earlier }: { earlier: EarlierCosts | undefined }) {
  switch (earlier?.state) {
    case 'failed':
      return (
        <span className={classes.muted} title={earlier.error.message}>
          unknown
        </span>
      );
    case 'impossible':
      return (
        <span className={classes.muted} title={earlier.why}>
          –
        </span>
      );
    default:
      return <span className={classes.muted}>…</span>;
  }
}
