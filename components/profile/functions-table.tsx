import type { ReactNode } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import { TopFunctionsTable } from './top-functions-table';
import type { ProfileState } from './use-profile';

type FunctionsTableProps = {
  state: ProfileState;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  onInspect(name: string): void;
  trendOf(name: string): ReactNode;
};

/** Pixels that are kept for the functions until they are there. */
const TABLE_PX = 560;

/** The functions of a profile, once they are there. */
export function FunctionsTable({ state, settings, onChange, onInspect, trendOf }: FunctionsTableProps) {
  if (!state.functions) return <PanelSkeleton height={TABLE_PX} label="Loading the functions" />;
  return (
    <TopFunctionsTable
      top={state.functions}
      order={settings.order}
      onOrder={(order) => void onChange({ order })}
      search={settings.search}
      onSearch={(name) =>
        void onChange({
          search: name === settings.search ? '' : name,
          ...(settings.view === 'functions' && { view: 'overview' }),
        })
      }
      onInspect={onInspect}
      trendOf={trendOf}
    />
  );
}
