'use client';

import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useSharedView } from '@/components/shell/shared-view';
import { useRange } from '@/components/shell/use-range';
import { parseFrame } from '@/lib/profile/frame';
import { newestSpan } from '@/lib/profile/newest';
import { pathKey } from '@/lib/profile/path-key';
import { inOrder } from '@/lib/profile/states';
import { groupOptions } from '@/lib/queries/profile';
import { absoluteRange } from '@/lib/time/range';
import { DownloadItems } from './download-items';
import { formatSamples } from './format-samples';
import { foundWords } from './found-words';
import { NoProfile } from './no-profile';
import { profileAsk, weeklyAsks } from './profile-asks';
import { GRAPH_PX, ProfileGraph } from './profile-graph';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import { ProfileStrip } from './profile-strip';
import { LATEST_WORDS, ProfileToolbar } from './profile-toolbar';
import { TopFunctionsTable } from './top-functions-table';
import { useProfile } from './use-profile';
import { useShownProfile } from './use-shown-profile';

type GroupProfileProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

/** Pixels that are kept for the functions until they are there. */
const TABLE_PX = 560;

/** A group's profile in the page's range: strip, flame graph and top functions. */
export function GroupProfile({ group, settings, onChange }: GroupProfileProps) {
  const { span, zone, now, setRange } = useRange();
  const { ref, width } = useElementSize();
  // The drawing's code is on its way while the profile is.
  useEffect(() => void import('./flame-graph'), []);
  const { data: described } = useQuery(groupOptions(group));
  const ask = profileAsk(group, span, settings);
  const state = useProfile(ask, settings, width);
  const shown = useShownProfile(state.profile, settings.focus);
  const { latest } = settings;

  const show = async (range: typeof span) => {
    // The range is added to the URL as it is by then.
    if (latest) await onChange({ latest: null }, 'replace');
    setRange(absoluteRange(range));
  };
  const newest = described && newestSpan(described.data);
  const onNewest = newest && (() => void show(newest));
  const focusOn = (node: number) => {
    const focus = shown ? pathKey(shown.tree, node) : '';
    if (focus !== settings.focus) void onChange({ focus });
  };
  const found = state.profile && shown && foundWords(state.profile, shown, settings.search, state.searching);
  useSharedView(latest && state.coverage ? { span: state.coverage, without: ['latest'] } : undefined);
  const warnings = [
    ...state.warnings,
    ...(shown?.focusLost && !state.old
      ? ['The frame of this link is not in this profile: the whole is shown.']
      : []),
  ];

  return (
    <>
      <Panel
        title="Flame graph"
        id="flame-graph"
        figure={shown && `${formatSamples(shown.whole)} · ${inOrder(shown.states).join(', ')}`}
        asOf={state.asOf}
        span={latest ? undefined : span}
        coverage={state.coverage}
        fetching={state.fetching && state.profile !== undefined}
        onRetry={state.retry}
        menu={<DownloadItems {...{ ask, zone }} weeks={weeklyAsks(ask, span, now)} data={settings.data} />}
      >
        <div ref={ref}>
          <ProfileStrip {...{ group, span, zone, now, onNewest }} onPick={(picked) => void show(picked)} />
          <ProfileToolbar settings={settings} onChange={onChange} found={found} />
          {state.error && <ProblemNotice error={state.error} onRetry={state.retry} />}
          <Warnings warnings={warnings} />
          {state.profile && shown && (
            <ProfileGraph
              profile={state.profile}
              {...{ shown, width }}
              rootOnTop={settings.root === 'top'}
              onFocus={focusOn}
            />
          )}
          {!state.profile && !state.empty && !state.error && (
            <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
          )}
          {state.empty && (
            <NoProfile
              group={described?.data}
              where={latest ? `of the ${LATEST_WORDS[latest]}` : 'in this range'}
              {...{ zone, onNewest }}
              height={GRAPH_PX}
            />
          )}
        </div>
      </Panel>
      {state.profile && shown && (
        <Panel
          title="Top functions"
          id="top-functions"
          figure={shown.subject === 0 ? 'of the whole profile' : `in ${labelOf(shown.tree, shown.subject)}`}
          fetching={state.oldFunctions}
        >
          {state.functions ? (
            <TopFunctionsTable
              top={state.functions}
              search={settings.search}
              onSearch={(search) => onChange({ search: search === settings.search ? '' : search })}
            />
          ) : (
            <PanelSkeleton height={TABLE_PX} label="Loading the functions" />
          )}
        </Panel>
      )}
    </>
  );
}

const labelOf = ({ names, name }: { names: string[]; name: Uint32Array }, node: number) =>
  parseFrame(names[name[node] ?? 0] ?? '').label.slice(0, 60);
