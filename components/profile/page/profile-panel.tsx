'use client';

import { useRef } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { HydratesLater } from '@/components/panel/hydrates-later';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { SeparateTask } from '@/components/panel/separate-task';
import { Warnings } from '@/components/panel/warnings';
import { useSharedView } from '@/components/range/shared-view';
import { useRange } from '@/components/range/use-range';
import { widened } from '@/lib/profile/range/profile-periods';
import { sortStates } from '@/lib/profile/tree/states';
import { CostLine } from '../cost/cost-line';
import { useProfileCosts } from '../cost/use-profile-costs';
import { deeperText } from '../frame-text/deeper-text';
import { formatSamplesIn } from '../frame-text/format-samples';
import { FunctionsTable } from '../functions/functions-table';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { usePx } from '../graph/element-width';
import { GRAPH_PX } from '../graph/graph-size';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import { profileRequest, requestedWidth } from '../request/profile-request';
import { useSearchField } from '../request/search-field';
import { useAppliedSettings } from '../request/use-applied-settings';
import { useProfile } from '../request/use-profile';
import { useProfilePicture } from '../request/use-profile-picture';
import { useRecordedTimes } from '../request/use-recorded-times';
import { ProfileMenuItems } from '../save/profile-menu-items';
import { DeeperNote } from '../settings/deeper-note';
import { type GraphPanelProps, PANEL_TITLES } from '../settings/graph-panel';
import { HiddenFunctions } from '../settings/hidden-functions';
import { MissingStates } from '../settings/missing-states';
import { ProfileToolbar } from '../settings/profile-toolbar';
import { useProfileSettings } from '../settings/use-profile-settings';
import { useShowGraph } from '../show/use-show-graph';
import { StripSection } from '../strip/strip-section';
import { useExistingProfiles } from '../strip/use-existing-profiles';
import { SummaryLine } from '../summary/summary-line';
import { NoProfile } from './no-profile';
import { ProfileAside } from './profile-aside';
import { ProfileView } from './profile-view';
import { useSearchResult } from './use-search-result';
import { useTrendOf } from './use-trend-of';

const FOCUS_MISSING = 'The frame in this link is not in this profile. Showing the whole profile.';

/** One profile: its strip, its graph or table, and next to a graph the top functions and findings. */
export function ProfilePanel({ group, width, viewFocusRef, showRequestRef }: GraphPanelProps) {
  const [typed, onChange] = useProfileSettings();
  const settings = useAppliedSettings(typed);
  const field = useSearchField(typed.search);
  const { span, zone, now } = useRange();
  const stepRef = useRef<StepToMatch>(undefined);
  const drawnRef = useRef<DrawnGraphs>(undefined);
  const requested = widened(span, now, useRecordedTimes(group));
  const request = profileRequest(group, requested, settings);
  const state = useProfile(request, settings, usePx(width, requestedWidth));
  const { profile, coverage, isPlaceholder, isEmpty, error, retry } = state;
  const { latest } = settings;
  useSharedView(latest && coverage ? { span: coverage, without: ['latest'] } : undefined);
  const covered = isPlaceholder || isEmpty ? undefined : coverage;
  const { existing, isRead } = useExistingProfiles(group, requested, latest ? undefined : covered, now);
  const costs = useProfileCosts({
    ...{ settings, state, existing, isRead, unpriced: useProfilePicture(state, typed) },
    key: [group, requested.from, requested.to, latest].join(' '),
  });
  const { picture } = costs;
  const shownSpan = latest ? (coverage ?? requested) : requested;
  const states = sortStates(picture?.states ?? []);
  const trendOf = useTrendOf(group, shownSpan, states);
  const [searchResult, onMatches] = useSearchResult(state, picture, typed, settings.search);
  const found = searchResult?.text;
  const onShow = useShowGraph(showRequestRef, !isPlaceholder, onChange);
  const title = PANEL_TITLES[settings.view];
  const deeper = picture?.deeper && deeperText(picture.deeper, picture.whole);
  const functions = (
    <FunctionsTable
      functions={state.functions}
      order={settings.order}
      search={settings.search}
      isAlone={settings.view === 'functions'}
      costs={costs.ofFunctions}
      {...{ onChange, onShow, trendOf }}
    />
  );
  return (
    <>
      <Panel
        title={title}
        id="flame-graph"
        figure={picture && formatSamplesIn(picture.whole, states)}
        span={latest ? undefined : span}
        asOf={state.asOf}
        coverage={existing?.coverage ?? coverage}
        fetching={state.isFetching && profile !== undefined}
        onRetry={retry}
        menu={
          <ProfileMenuItems
            {...{ title, request, requested, settings, profile, picture, found, now, zone, states }}
            {...{ deeper, drawnRef, isPlaceholder }}
            span={shownSpan}
            functions={state.areFunctionsPlaceholder ? undefined : state.functions}
          />
        }
      >
        <div ref={width.ref}>
          <StripSection
            {...{ group, settings, onChange, existing }}
            coverage={covered}
            isReady={profile !== undefined || isEmpty}
          />
          <HydratesLater>
            <SeparateTask>
              <ProfileToolbar
                {...{ group, onChange, searchResult, field, stepRef, viewFocusRef }}
                settings={typed}
                occurring={profile?.occurring ?? []}
              />
            </SeparateTask>
            <HiddenFunctions {...{ settings, onChange }} known={profile} />
            <MissingStates
              {...{ data: settings.data, occurring: profile?.occurring, onChange }}
              subject="This profile has"
            />
            {deeper !== undefined && <DeeperNote text={deeper} onChange={onChange} />}
            <CostLine state={costs.state} {...{ states, existing }} />
            {error && <ProblemNotice error={error} onRetry={retry} />}
            <Warnings
              warnings={[
                ...state.warnings,
                ...(picture?.isFocusMissing && !isPlaceholder ? [FOCUS_MISSING] : []),
              ]}
            />
            {!isEmpty && picture?.whole !== 0 && (
              <Deferred>
                <SummaryLine {...{ request, state, settings, states, onChange }} span={shownSpan} />
              </Deferred>
            )}
          </HydratesLater>
          {profile && picture && settings.view === 'functions' && functions}
          {profile && picture && settings.view !== 'functions' && (
            <SeparateTask>
              <ProfileView
                graph={{
                  ...{ request, state, profile, picture, settings, onChange },
                  ...{ stepRef, field, drawnRef, onMatches },
                }}
                {...{ width, trendOf }}
              />
            </SeparateTask>
          )}
          {!profile && !isEmpty && !error && <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />}
          {isEmpty && <NoProfile {...{ group, settings, onChange }} />}
        </div>
      </Panel>
      <ProfileAside
        {...{ request, state, settings, functions, states }}
        tree={picture?.tree}
        onChange={onShow}
        span={shownSpan}
      />
    </>
  );
}
