'use client';

import type { ReactNode } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { HydratesLater } from '@/components/panel/hydrates-later';
import { Panel } from '@/components/panel/panel';
import { SeparateTask } from '@/components/panel/separate-task';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { nodeOfPathKey } from '@/lib/profile/tree/path-key';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { Span } from '@/lib/time/range';
import { FindingsPanel } from '../findings/findings-panel';
import type { ProfileState } from '../request/use-profile';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';

type ProfileAsideProps = {
  request: ProfileRequest;
  state: ProfileState;
  /** The tree of the graph. */
  tree: CallTree | undefined;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Thread states that the graph shows. */
  states: readonly string[];
  /** Time of the profile. */
  span: Span;
  /** The table of functions. */
  functions: ReactNode;
};

/** The panels next to a graph: the functions of the focused frame, and the findings of AWS. */
export function ProfileAside({
  request,
  state,
  tree,
  settings,
  onChange,
  states,
  span,
  functions,
}: ProfileAsideProps) {
  return (
    <HydratesLater>
      <SeparateTask>
        <Deferred>
          {tree && settings.view !== 'functions' && (
            <Panel
              title="Top functions"
              id="top-functions"
              figure={scopeText(state, tree)}
              fetching={state.areFunctionsPlaceholder}
            >
              {functions}
            </Panel>
          )}
          {state.profile && (
            <FindingsPanel
              {...{ request, settings, span, onChange, states }}
              occurring={state.profile.occurring}
            />
          )}
        </Deferred>
      </SeparateTask>
    </HydratesLater>
  );
}

/** Which part of the profile the functions belong to. */
function scopeText({ functions, view }: ProfileState, tree: CallTree): string {
  const node = functions ? (nodeOfPathKey(tree, functions.focus) ?? 0) : 0;
  if (node === 0 || view !== 'overview') return 'of the whole profile';
  return `in ${parseFrame(tree.names[tree.name[node] ?? 0] ?? '').label.slice(0, 60)}`;
}
