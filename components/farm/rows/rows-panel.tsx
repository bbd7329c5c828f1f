import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { counted } from '@/lib/answer/counted';
import type { Names } from '@/lib/farm/names';
import { possibleOrder } from '@/lib/farm/row-order';
import type { Statistic } from '@/lib/farm/session-statistics';
import { JobsOfQueue } from '../aws/console-context';
import type { ShownCosts } from '../costs/costs-on-screen';
import { RowsItems } from '../export/rows-items';
import type { PlaceNav } from '../path/place-nav';
import { type RowsChoice, RowsView } from './rows-view';

const HEIGHT = 320;

type RowsPanelProps = {
  shown: ShownCosts | undefined;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
  choice: RowsChoice;
  /** The only queue of the costs, to which their jobs belong. */
  onlyQueueId: string | undefined;
  fetching: boolean;
  onRetry(): void;
};

/** Every row of the costs. */
export function RowsPanel(props: RowsPanelProps) {
  const { shown, statistic, names, nav, choice, onlyQueueId, fetching, onRetry } = props;
  return (
    <Panel
      title="Rows"
      id="rows"
      figure={shown && counted(shown.table.rows.length, 'row')}
      asOf={shown?.costs.asOf}
      {...{ fetching, onRetry }}
      menu={
        shown && (
          <RowsItems
            order={possibleOrder(choice.order, shown.table.keys)}
            find={choice.find}
            {...{ shown, statistic, names }}
          />
        )
      }
    >
      {shown ? (
        <JobsOfQueue id={onlyQueueId}>
          <RowsView table={shown.table} {...{ choice, statistic, names, nav }} />
        </JobsOfQueue>
      ) : (
        <PanelSkeleton height={HEIGHT} label="Rows: waiting for AWS" />
      )}
    </Panel>
  );
}
