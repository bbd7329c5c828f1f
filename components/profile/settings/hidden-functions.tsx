import { Button, CloseButton, Group, Text } from '@mantine/core';
import { focusRegionThen } from '@/components/panel/focus-region';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { frameText } from '@/lib/profile/tree/frame-text';
import type { FunctionName, ProfileView } from '@/lib/profile/view/view';
import classes from './hidden-functions.module.css';
import type { ChangeSettings, ProfileSettings } from './profile-settings';

type HiddenFunctionsProps = {
  settings: Pick<ProfileSettings, 'hidden' | 'collapsed' | 'view'>;
  /** The names of those in the profile. */
  known: Pick<ProfileView, 'hidden' | 'collapsed'> | undefined;
  onChange: ChangeSettings;
};

/** The hidden and the collapsed functions, with buttons that restore one or all. */
export function HiddenFunctions({ settings, known, onChange }: HiddenFunctionsProps) {
  return (
    <>
      <FunctionChips
        title="Hidden"
        restore="Show"
        keys={settings.hidden}
        names={known?.hidden ?? []}
        onChange={(hidden) => void onChange({ hidden, focus: '' })}
      />
      <FunctionChips
        title="Collapsed"
        restore="Expand"
        keys={settings.collapsed}
        names={known?.collapsed ?? []}
        // Restored frames are below all others, so a focus remains valid. In hotspots their callers change.
        onChange={(collapsed) =>
          void onChange({ collapsed, ...(settings.view === 'hotspots' && { focus: '' }) })
        }
      />
    </>
  );
}

type FunctionChipsProps = {
  title: string;
  /** Verb that restores a function. */
  restore: string;
  keys: readonly string[];
  names: readonly FunctionName[];
  onChange(keys: string[]): void;
};

function FunctionChips({ title, restore, keys, names, onChange }: FunctionChipsProps) {
  if (keys.length === 0) return null;
  return (
    <Group gap={6} mb="xs" role="group" aria-label={`${title} functions`}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      {keys.map((key) => {
        const name = names.find((known) => known.key === key)?.name;
        const label = name === undefined ? 'not in this profile' : parseFrame(name).label.slice(0, 60);
        return (
          <span
            key={key}
            className={classes.chip}
            title={name === undefined ? undefined : frameText(name).slice(0, 300)}
          >
            <span className={classes.label}>{label}</span>
            <CloseButton
              size={16}
              iconSize={12}
              aria-label={`${restore} ${label}`}
              onClick={focusRegionThen(() => onChange(keys.filter((other) => other !== key)))}
            />
          </span>
        );
      })}
      <Button size="compact-xs" variant="subtle" onClick={focusRegionThen(() => onChange([]))}>
        {restore} all
      </Button>
    </Group>
  );
}
