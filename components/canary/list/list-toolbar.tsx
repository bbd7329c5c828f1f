'use client';

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryStates } from 'nuqs';
import { LazySelect } from '@/components/panel/lazy-select';
import { HEALTH_LABELS } from '@/lib/canary/health/status-text';
import { type CanaryRow, WORST_STATE_FIRST } from '@/lib/canary/list/canary-row';
import { tagsOfRows } from '@/lib/canary/list/filter-rows';
import { RANGE_EVENT_LABELS, RANGE_EVENTS } from '@/lib/canary/list/range-filter';
import { canaryListParams, MAX_SEARCH_LENGTH } from './list-params';
import classes from './list-toolbar.module.css';

type ListToolbarProps = { rows: readonly CanaryRow[]; groups: readonly string[] };

/** Search and filters of the list of canaries. */
export function ListToolbar({ rows, groups }: ListToolbarProps) {
  const [{ search, state, runs, group, tag }, change] = useQueryStates(canaryListParams);
  const count = (wanted: string) => rows.filter(({ status }) => status.state === wanted).length;
  const states = WORST_STATE_FIRST.filter((each) => each === state || count(each) > 0);
  return (
    <div className={classes.toolbar}>
      <TextInput
        size="xs"
        className={classes.search}
        type="search"
        aria-label="Search canaries"
        aria-keyshortcuts="/"
        placeholder="Search name, group or tag, or press /"
        maxLength={MAX_SEARCH_LENGTH}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => void change({ search: currentTarget.value || null })}
      />
      <LazySelect
        size="xs"
        className={classes.select}
        aria-label="State now"
        placeholder="Any state now"
        clearable
        data={states.map((each) => ({ value: each, label: `${HEALTH_LABELS[each]} (${count(each)})` }))}
        value={state}
        onChange={(value) => void change({ state: value }, { history: 'push' })}
      />
      <LazySelect
        size="xs"
        className={classes.runs}
        aria-label="Runs in the range"
        placeholder="Any runs"
        clearable
        data={RANGE_EVENTS.map((event) => ({ value: event, label: RANGE_EVENT_LABELS[event] }))}
        value={runs}
        onChange={(value) => void change({ runs: value }, { history: 'push' })}
      />
      <Choice
        label="Group"
        any="Any group"
        choices={groups}
        value={group}
        onChange={(value) => void change({ group: value }, { history: 'push' })}
      />
      <Choice
        label="Tag"
        any="Any tag"
        choices={tagsOfRows(rows)}
        value={tag}
        onChange={(value) => void change({ tag: value }, { history: 'push' })}
      />
    </div>
  );
}

type ChoiceProps = {
  label: string;
  any: string;
  choices: readonly string[];
  value: string | null;
  onChange(value: string | null): void;
};

/** A filter by one of several texts. A chosen one that no longer exists can still be cleared. */
function Choice({ label, any, choices, value, onChange }: ChoiceProps) {
  const data = value === null || choices.includes(value) ? choices : [value, ...choices];
  return (
    <LazySelect
      size="xs"
      className={classes.select}
      aria-label={label}
      placeholder={any}
      clearable
      searchable
      nothingFoundMessage="None"
      data={[...data]}
      value={value}
      onChange={onChange}
    />
  );
}
