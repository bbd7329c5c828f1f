'use client';

import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { Later } from '@/components/panel/later';
import { OwnTurn } from '@/components/panel/own-turn';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useSharedView } from '@/components/range/shared-view';
import { useRange } from '@/components/range/use-range';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { newestSpan } from '@/lib/profile/range/newest';
import { widened } from '@/lib/profile/range/strip';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { nodeAt } from '@/lib/profile/tree/path-key';
import { chosenStates, inOrder } from '@/lib/profile/tree/states';
import type { StateSamples } from '@/lib/profile/view/view';
import { groupOptions, profileOptions } from '@/lib/queries/profile';
import { absoluteRange } from '@/lib/time/range';
import { CompareView } from '../compare/compare-panel';
import { FindingsPanel } from '../findings/findings-panel';
import { FrameTrend } from '../findings/frame-trend';
import { FunctionsTable } from '../functions/functions-table';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { formatSamples } from '../graph/format-samples';
import { GRAPH_PX } from '../graph/graph-size';
import type { StepToMatch } from '../graph/use-current-frame';
import { profileRequest, viewChoice } from '../request/profile-request';
import { useAskAhead } from '../request/use-prefetch';
import { useProfile } from '../request/use-profile';
import { focusKey, useDrawnFocus, useShownProfile } from '../request/use-profile-picture';
import { ProfileMenuItems } from '../save/profile-menu-items';
import { ChangedFunctions } from '../settings/hidden-functions';
import type { ChangeSettings, PageView, ProfileSettings } from '../settings/profile-settings';
import { ProfileToolbar } from '../settings/profile-toolbar';
import { LATEST_WORDS } from '../strip/profile-sources';
import { ProfileStrip } from '../strip/profile-strip';
import { StripWords } from '../strip/profile-times';
import classes from './group-profile.module.css';
import { NoProfile } from './no-profile';
import { ProfilePicture } from './profile-view';
import { foundWords } from './search-result-text';

type GroupProfileProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

const TITLES: Record<PageView, string> = {
  overview: 'Flame graph',
  hotspots: 'Hotspots',
  inspect: 'Inspected function',
  functions: 'Top functions',
  compare: 'Differences',
};

/** A group's profile in the page's range: strip, graph and top functions. */
export function GroupProfile({ group, settings, onChange }: GroupProfileProps) {
  const { span, zone, now, setRange } = useRange();
  const { ref, width } = useElementSize();
  const stepRef = useRef<StepToMatch>(undefined);
  const drawnRef = useRef<DrawnGraphs>(undefined);
  const { data: described } = useQuery(groupOptions(group));
  const isCompared = settings.view === 'compare';
  const asked = widened(span, now);
  const ask = profileRequest(group, asked, isCompared ? { ...settings, latest: null } : settings);
  const state = useProfile(ask, settings, width);
  const focus = useDrawnFocus(settings.focus, state.old);
  const shown = useShownProfile(state.profile, state.view, { ...settings, focus });
  const profile = isCompared ? undefined : state.profile;
  const [compared, setCompared] = useState<readonly StateSamples[]>([]);
  const occurring = isCompared ? compared : (state.profile?.occurring ?? []);
  const { latest } = settings;
  const isTable = settings.view === 'functions';

  const show = async (range: typeof span) => {
    // The range is added to the URL as it is by then.
    if (latest) await onChange({ latest: null }, 'replace');
    setRange(absoluteRange(range));
  };
  const newest = described && newestSpan(described.data);
  const onNewest = newest && (() => void show(newest));
  const focusOn = (node: number) => {
    const next = shown ? focusKey(shown.tree, node, state.view) : '';
    if (next !== settings.focus) void onChange({ focus: next });
  };
  const onRest = useAskAhead((client, node) => {
    if (!shown || state.view === 'inspect' || state.old) return undefined;
    const next = { ...settings, focus: focusKey(shown.tree, node, state.view) };
    return client.query(profileOptions({ ...ask, ...viewChoice(next, width) }));
  });
  const isPart = state.view === 'overview';
  /** The frame that the functions are of. */
  const listed = shown && state.functions ? (nodeAt(shown.tree, state.functions.focus) ?? 0) : 0;
  const found =
    state.profile &&
    shown &&
    foundWords(state.profile, { ...shown, isPart }, settings.search, state.searching);
  useSharedView(latest && state.coverage ? { span: state.coverage, without: ['latest'] } : undefined);
  const warnings = [
    ...state.warnings,
    ...(shown?.focusLost && !state.old
      ? ['The frame of this link is not in this profile: the whole is shown.']
      : []),
  ];
  const shownSpan = latest ? (state.coverage ?? asked) : asked;
  const { from, to } = shownSpan;
  const comparedStates = chosenStates(
    settings.data ?? undefined,
    compared.map((each) => each.state),
  );
  const shownStates = inOrder(isCompared ? comparedStates : (shown?.states ?? []));
  const states = shownStates.join('\n');
  const trendOf = useCallback(
    (name: string) => (
      <FrameTrend {...{ group, name }} span={{ from, to }} states={states === '' ? [] : states.split('\n')} />
    ),
    [group, from, to, states],
  );
  const functions = {
    functions: state.functions,
    order: settings.order,
    search: settings.search,
    isAlone: isTable,
    onChange,
    trendOf,
  };

  return (
    <div className={classes.page} data-beside={isTable || isCompared ? undefined : true}>
      <Panel
        title={TITLES[settings.view]}
        id="flame-graph"
        {...(isCompared && shownStates.length > 0 && { figure: shownStates.join(', ') })}
        {...(!isCompared && {
          figure: shown && `${formatSamples(shown.whole)} · ${shownStates.join(', ')}`,
          asOf: state.asOf,
          span: latest ? undefined : span,
          coverage: state.coverage,
          fetching: state.fetching && state.profile !== undefined,
          onRetry: state.retry,
        })}
        menu={
          <ProfileMenuItems
            title={TITLES[settings.view]}
            {...{ ask, settings, shown, found, asked, now, zone, drawnRef }}
            profile={state.profile}
            span={shownSpan}
            states={shownStates}
            old={state.old}
          />
        }
      >
        <div ref={ref}>
          {!isCompared && (
            <OwnTurn>
              <ProfileStrip
                {...{ group, span, zone, now, newest, latest }}
                chosen={settings.strip}
                onChoose={(strip) => void onChange({ strip })}
                onLatest={(chosen) => void onChange({ latest: chosen })}
                onPick={(picked) => void show(picked)}
              />
              <Later>
                <StripWords
                  span={latest ? undefined : span}
                  coverage={state.old || state.empty ? undefined : state.coverage}
                  agentSeen={described?.data.latestAgentProfileReportedAt}
                  {...{ asked, zone }}
                />
              </Later>
            </OwnTurn>
          )}
          <OwnTurn>
            <ProfileToolbar
              {...{ group, settings, onChange, stepRef }}
              found={isCompared ? undefined : found}
              occurring={occurring}
              refused={state.searching || isCompared ? undefined : state.profile?.refused}
            />
          </OwnTurn>
          {isCompared && (
            <CompareView
              {...{ group, ask, settings, onChange, width, stepRef, drawnRef }}
              onOccurring={setCompared}
            />
          )}
          {!isCompared && (
            <>
              <ChangedFunctions {...{ settings, onChange }} known={state.profile} />
              {state.error && <ProblemNotice error={state.error} onRetry={state.retry} />}
              <Warnings warnings={warnings} />
            </>
          )}
          {profile && shown && isTable && <FunctionsTable {...functions} />}
          {profile && shown && !isTable && (
            <OwnTurn>
              <ProfilePicture
                profile={profile}
                view={state.view}
                functions={state.functions?.functions ?? []}
                {...{ group, shown, settings, onChange, width, stepRef, drawnRef, onRest, trendOf }}
                onFocus={focusOn}
              />
            </OwnTurn>
          )}
          {!isCompared && !profile && !state.empty && !state.error && (
            <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
          )}
          {!isCompared && state.empty && (
            <NoProfile
              group={described?.data}
              where={latest ? `of the ${LATEST_WORDS[latest]}` : 'in this range'}
              {...{ zone, onNewest }}
              height={GRAPH_PX}
            />
          )}
        </div>
      </Panel>
      <OwnTurn>
        <Later>
          {profile && shown && !isTable && (
            <Panel
              title="Top functions"
              id="top-functions"
              figure={
                listed === 0 || state.view !== 'overview'
                  ? 'of the whole profile'
                  : `in ${labelOf(shown.tree, listed)}`
              }
              fetching={state.oldFunctions}
            >
              <FunctionsTable {...functions} />
            </Panel>
          )}
          {profile && <FindingsPanel {...{ group, onChange }} span={shownSpan} />}
        </Later>
      </OwnTurn>
    </div>
  );
}

const labelOf = ({ names, name }: CallTree, node: number) =>
  parseFrame(names[name[node] ?? 0] ?? '').label.slice(0, 60);
