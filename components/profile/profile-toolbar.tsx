'use client';

import {
  ActionIcon,
  Autocomplete,
  CloseButton,
  Group,
  SegmentedControl,
  Select,
  Text,
  TextInput,
} from '@mantine/core';
import { IconSearch, IconSortAscending2, IconSortDescending2 } from '@tabler/icons-react';
import { useState } from 'react';
import { depthOf } from '@/lib/profile/depth-of';
import { LONGEST_SEARCH } from '@/lib/profile/search';
import { DATA_CHOICES, type DataChoice } from '@/lib/profile/states';
import type { StripPeriod } from '@/lib/profile/strip';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import classes from './profile-toolbar.module.css';

type ProfileToolbarProps = {
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** What the search found, in words. */
  found: string | undefined;
};

const DATA_WORDS: Record<DataChoice, { label: string; title: string }> = {
  cpu: { label: 'CPU', title: 'Threads that run: RUNNABLE, BLOCKED and NATIVE' },
  latency: { label: 'Latency', title: 'All thread states but IDLE' },
  all: { label: 'All', title: 'All thread states' },
};

export const LATEST_WORDS: Record<StripPeriod, string> = {
  PT5M: 'latest 5 minutes',
  PT1H: 'latest hour',
  P1D: 'latest day',
};

const SOURCES: { value: StripPeriod | 'range'; label: string }[] = [
  { value: 'range', label: 'Time range' },
  { value: 'PT5M', label: 'Latest 5 minutes' },
  { value: 'PT1H', label: 'Latest hour' },
  { value: 'P1D', label: 'Latest day' },
];

const DEPTHS = ['10', '25', '50', '100', '500'];

/** Everything that decides what the graph shows, in one line. */
export function ProfileToolbar({ settings, onChange, found }: ProfileToolbarProps) {
  const rootOnTop = settings.root === 'top';
  return (
    <Group gap="sm" my="sm" role="toolbar" aria-label="What the graph shows">
      <SegmentedControl
        size="xs"
        aria-label="Data"
        value={settings.data}
        onChange={(data) => onChange({ data })}
        data={DATA_CHOICES.map((value) => ({
          value,
          label: <span title={DATA_WORDS[value].title}>{DATA_WORDS[value].label}</span>,
        }))}
      />
      <Select
        size="xs"
        w={150}
        aria-label="Profile of"
        allowDeselect={false}
        data={SOURCES}
        value={settings.latest ?? 'range'}
        onChange={(value) => onChange({ latest: value === 'range' ? null : value })}
      />
      <DepthInput
        key={settings.maxDepth}
        maxDepth={settings.maxDepth}
        onChange={(maxDepth) => onChange({ maxDepth })}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={rootOnTop ? 'Put the root at the bottom' : 'Put the root on top'}
        title={rootOnTop ? 'Put the root at the bottom' : 'Put the root on top'}
        onClick={() => onChange({ root: rootOnTop ? 'bottom' : 'top' })}
      >
        {rootOnTop ? (
          <IconSortDescending2 size={16} aria-hidden />
        ) : (
          <IconSortAscending2 size={16} aria-hidden />
        )}
      </ActionIcon>
      <TextInput
        size="xs"
        className={classes.search}
        aria-label="Search frames"
        placeholder="Search frames"
        maxLength={LONGEST_SEARCH}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={settings.search}
        onChange={(event) => onChange({ search: event.currentTarget.value }, 'replace')}
        rightSection={
          settings.search && (
            <CloseButton
              size="xs"
              aria-label="Clear the search"
              onClick={() => onChange({ search: '' }, 'replace')}
            />
          )
        }
      />
      <Text size="xs" c="dimmed" role="status">
        {found}
      </Text>
    </Group>
  );
}

type DepthInputProps = { maxDepth: number | null; onChange(maxDepth: number | null): void };

/** Written or picked; takes effect on Enter, on leaving and on picking. */
function DepthInput({ maxDepth, onChange }: DepthInputProps) {
  const [text, setText] = useState(maxDepth?.toString() ?? '');
  const depth = depthOf(text);
  const commit = (written: string) => {
    const chosen = depthOf(written);
    if (chosen !== 'malformed' && chosen !== maxDepth) onChange(chosen);
  };
  return (
    <Autocomplete
      size="xs"
      w={120}
      aria-label="Depth: frames from the root, 1 to 10,000; empty is all"
      placeholder="all"
      leftSection={
        <Text size="xs" c="dimmed">
          Depth
        </Text>
      }
      leftSectionWidth={52}
      data={DEPTHS}
      filter={({ options }) => options}
      value={text}
      error={depth === 'malformed'}
      title={depth === 'malformed' ? 'A whole number from 1 to 10,000, or nothing for all' : undefined}
      onChange={setText}
      onOptionSubmit={commit}
      onBlur={() => commit(text)}
      onKeyDown={(event) => event.key === 'Enter' && commit(text)}
    />
  );
}
