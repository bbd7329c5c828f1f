'use client';

import { MultiSelect } from '@mantine/core';
import { type Names, nameOfId } from '@/lib/farm/names';
import { MAX_CHOSEN } from '@/lib/farm/plan/asked-costs';
import classes from './resource-select.module.css';

/** What a control chooses. */
export type ResourceKind = { one: string; label: string };

export type ResourceSelectProps = {
  kind: ResourceKind;
  /** Ids of all queues or fleets of the farm. */
  ids: readonly string[];
  chosen: readonly string[];
  names: Names;
  /** What no choice means. */
  placeholder: string;
  onChoose(ids: string[]): void;
};

/** A search for several queues or fleets. */
export function ResourceMultiSelect(props: ResourceSelectProps & { opened: boolean }) {
  const { kind, ids, chosen, names, placeholder, opened, onChoose } = props;
  const option = (id: string) => ({ value: id, label: nameOfId(id, names) });
  const unknown = chosen.filter((id) => !ids.includes(id));
  const data = [
    ...ids.map(option),
    ...(unknown.length > 0 ? [{ group: 'Not in this farm', items: unknown.map(option) }] : []),
  ];
  return (
    <MultiSelect
      className={classes.resource}
      classNames={{ inputField: classes.search }}
      size="xs"
      label={kind.label}
      placeholder={chosen.length > 0 ? undefined : placeholder}
      data={data}
      value={[...chosen]}
      onChange={onChoose}
      maxValues={MAX_CHOSEN}
      searchable
      defaultDropdownOpened={opened}
      autoFocus={opened}
      clearable
      nothingFoundMessage={`No ${kind.one} with that name`}
      hidePickedOptions
      maxDropdownHeight={320}
      scrollAreaProps={{ type: 'always' }}
    />
  );
}
