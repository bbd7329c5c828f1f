'use client';

import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo, type RefObject, useId, useState } from 'react';
import type { StateSamples } from '@/lib/profile/tree/states';
import { CostChoice } from '../cost/cost-choice';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import type { SearchField } from '../request/search-field';
import { DataChoiceControl } from './data-choice';
import { DepthInput } from './depth-input';
import { DisplayOptions } from './display-options';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import classes from './profile-toolbar.module.css';
import { SearchInput } from './search-input';
import type { SearchResult } from './search-result';
import { ViewControl } from './view-control';

type ProfileToolbarProps = {
  group: string;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** The thread states of the profile. */
  occurring: readonly StateSamples[];
  /** Undefined without a search. */
  searchResult: SearchResult | undefined;
  field: SearchField;
  stepRef: RefObject<StepToMatch | undefined>;
  /** Whether the view control of the next panel takes the keyboard focus. */
  viewFocusRef: RefObject<boolean>;
};

/** The controls for everything a panel shows. Zooming changes none of them and does not render them again. */
export const ProfileToolbar = memo(Toolbar, (before, after) => shownBy(before) === shownBy(after));

/** Everything visible in a toolbar by value: a zoom may pass equal new objects. The other props never change. */
const shownBy = ({ settings, searchResult, ...choices }: ProfileToolbarProps) =>
  JSON.stringify([choicesShownBy({ settings, ...choices }), settings.search, searchResult]);

function Toolbar({ searchResult, field, stepRef, ...choices }: ProfileToolbarProps) {
  const { settings, onChange } = choices;
  return (
    <div className={classes.toolbar} role="toolbar" aria-label="Graph settings">
      <ToolbarChoices {...choices} />
      <SearchInput
        search={settings.search}
        onSearch={(search) => onChange({ search }, 'replace')}
        onAllStates={() => onChange({ data: 'all' })}
        {...{ field, stepRef }}
        result={searchResult}
      />
    </div>
  );
}

type ToolbarChoicesProps = Omit<ProfileToolbarProps, 'searchResult' | 'field' | 'stepRef'>;

/** All controls but the search, which changes none of them. */
const ToolbarChoices = memo(Choices, (before, after) => choicesShownBy(before) === choicesShownBy(after));

const choicesShownBy = ({
  settings: { focus, search, ...settings },
  occurring,
  group,
}: ToolbarChoicesProps) => JSON.stringify([settings, occurring, group]);

function Choices({ group, settings, onChange, occurring, viewFocusRef }: ToolbarChoicesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const choicesId = useId();
  return (
    <>
      <ViewControl
        view={settings.view}
        // A focus belongs to one kind of tree.
        onView={(view) => onChange({ view, focus: '' })}
        focusRef={viewFocusRef}
      />
      <Button
        className={classes.options}
        size="xs"
        px={8}
        variant="default"
        aria-expanded={isOpen}
        aria-controls={choicesId}
        rightSection={<IconChevronDown size={12} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        Options
      </Button>
      <div id={choicesId} className={classes.choices} data-open={isOpen || undefined}>
        <DataChoiceControl
          data={settings.data}
          occurring={occurring}
          onChange={(data) => onChange({ data })}
        />
        <DepthInput
          key={settings.maxDepth}
          maxDepth={settings.maxDepth}
          onChange={(maxDepth) => onChange({ maxDepth })}
        />
        <DisplayOptions group={group} settings={settings} onChange={onChange} />
        <CostChoice settings={settings} onChange={onChange} />
      </div>
    </>
  );
}
