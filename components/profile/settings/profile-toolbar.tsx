'use client';

import { SegmentedControl } from '@mantine/core';
import { memo, type RefObject } from 'react';
import type { StateSamples } from '@/lib/profile/view/view';
import type { StepToMatch } from '../graph/use-current-frame';
import { DataChoiceControl } from './data-choice';
import { DepthInput } from './depth-input';
import { DisplayOptions } from './display-options';
import { type ChangeSettings, PAGE_VIEWS, type PageView, type ProfileSettings } from './profile-settings';
import classes from './profile-toolbar.module.css';
import { SearchInput } from './search-input';

type ProfileToolbarProps = {
  group: string;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** The thread states that the profile has. */
  occurring: readonly StateSamples[];
  /** What the search found, in words, and why it can't be searched for. */
  found: string | undefined;
  refused: string | undefined;
  stepRef: RefObject<StepToMatch | undefined>;
};

const VIEW_WORDS: Record<PageView, { label: string; title: string }> = {
  overview: { label: 'Overview', title: 'From the first frame of each stack to what it called' },
  hotspots: { label: 'Hotspots', title: 'From the functions that ran to those that called them' },
  inspect: { label: 'Inspect', title: 'One function: who calls it, and what it calls' },
  functions: { label: 'Functions', title: 'All functions as a table' },
  compare: { label: 'Compare', title: 'Two profiles as one graph of their differences' },
};

/** Everything that decides what the page shows. A zoom, which changes none of it, does not draw it anew. */
export const ProfileToolbar = memo(Toolbar, (before, after) => toldBy(before) === toldBy(after));

/** All that a toolbar shows and that a zoom may bring as an equal new object; the rest never changes. */
const toldBy = ({
  settings: { focus, ...settings },
  occurring,
  found,
  refused,
  group,
}: ProfileToolbarProps) => JSON.stringify([settings, occurring, found, refused, group]);

function Toolbar({ group, settings, onChange, occurring, found, refused, stepRef }: ProfileToolbarProps) {
  return (
    <div className={classes.toolbar} role="toolbar" aria-label="What the graph shows">
      <SegmentedControl
        size="xs"
        aria-label="View"
        classNames={{ label: classes.view }}
        value={settings.view}
        // A focus is of one kind of tree only.
        onChange={(view) => onChange({ view, focus: '' })}
        data={PAGE_VIEWS.map((value) => ({
          value,
          label: <span title={VIEW_WORDS[value].title}>{VIEW_WORDS[value].label}</span>,
        }))}
      />
      <DataChoiceControl data={settings.data} occurring={occurring} onChange={(data) => onChange({ data })} />
      <DepthInput
        key={settings.maxDepth}
        maxDepth={settings.maxDepth}
        onChange={(maxDepth) => onChange({ maxDepth })}
      />
      <DisplayOptions group={group} settings={settings} onChange={onChange} />
      <SearchInput
        search={settings.search}
        onSearch={(search) => onChange({ search }, 'replace')}
        {...{ found, refused, stepRef }}
      />
    </div>
  );
}
