import { memo, type ReactNode } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import { inspectedChange } from '../actions/frame-actions';
import type { SamplesCost } from '../cost/samples-cost';
import type { ChangeSettings, Order } from '../settings/profile-settings';
import { TopFunctionsTable } from './top-functions-table';

type FunctionsTableProps = {
  /** Undefined while they load. */
  functions: ProfileFunctions | undefined;
  order: Order;
  search: string;
  /** The page shows no graph next to it. */
  isAlone: boolean;
  /** Undefined without costs. */
  costs: SamplesCost | undefined;
  onChange: ChangeSettings;
  /** As `onChange`, and brings the graph into view. */
  onShow: ChangeSettings;
  trendOf(name: string): ReactNode;
};

/** Height reserved for the functions while they load, pixels. */
const TABLE_PX = 560;

/** The functions of a profile, or a skeleton while they load. Zooming does not render them again. */
export const FunctionsTable = memo(function FunctionsTable(props: FunctionsTableProps) {
  const { functions, order, search, isAlone, costs, onChange, onShow, trendOf } = props;
  if (!functions) return <PanelSkeleton height={TABLE_PX} label="Loading the functions" />;
  return (
    <TopFunctionsTable
      top={functions}
      {...{ order, costs }}
      onOrder={(next) => void onChange({ order: next })}
      search={search}
      onSearch={(name) =>
        void onShow({ search: name === search ? '' : name, ...(isAlone && { view: 'overview' }) })
      }
      onInspect={(name) => void onShow(inspectedChange(name))}
      trendOf={trendOf}
    />
  );
});
