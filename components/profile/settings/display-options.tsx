'use client';

import { Button, Popover, Stack, Switch } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { COLOUR_MODES, type ColourMode } from '@/lib/profile/graph/frame-fills';
import { LabelledChoice } from './labelled-choice';
import { PrefixInput } from './prefix-input';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import classes from './profile-toolbar.module.css';
import { SourceInput } from './source-input';

type DisplayOptionsProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

const COLOUR_LABELS: Record<ColourMode, string> = {
  package: 'Package',
  mine: 'My code',
  state: 'Thread state',
};

const COLOUR_OPTIONS = COLOUR_MODES.map((value) => ({ value, label: COLOUR_LABELS[value] }));

const ROOT_OPTIONS = [
  { value: 'top', label: 'On top (icicle)' },
  { value: 'bottom', label: 'At the bottom (flame)' },
] as const;

const SIBLINGS_OPTIONS = [
  { value: 'name', label: 'By name' },
  { value: 'weight', label: 'By weight' },
] as const;

/** Display options of the graph: colours, root, order of frames, folding and links to sources. */
export function DisplayOptions({ group, settings, onChange }: DisplayOptionsProps) {
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus returnFocus hideDetached={false}>
      <Popover.Target>
        <Button
          className={classes.display}
          size="xs"
          px={8}
          variant="default"
          title="Display options"
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
        >
          <span className={classes.displayText}>Display</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Stack gap="sm">
          <LabelledChoice
            label="Colours"
            value={settings.colours}
            options={COLOUR_OPTIONS}
            onChange={(colours) => onChange({ colours })}
          />
          {settings.colours === 'mine' && (
            <PrefixInput mine={settings.mine} onChange={(mine) => onChange({ mine }, 'replace')} />
          )}
          <LabelledChoice
            label="Root"
            value={settings.root}
            options={ROOT_OPTIONS}
            onChange={(root) => onChange({ root })}
          />
          <LabelledChoice
            label="Order of frames"
            value={settings.siblings}
            options={SIBLINGS_OPTIONS}
            onChange={(siblings) => onChange({ siblings })}
          />
          <Switch
            size="xs"
            label="Fold direct recursion"
            checked={settings.recursion === 'folded'}
            onChange={(event) =>
              onChange({ recursion: event.currentTarget.checked ? 'folded' : null, focus: '' })
            }
          />
          <Switch
            size="xs"
            label="Fold chains of frames"
            description="Draws frames that only call the next one as one frame, in the overview and in comparisons"
            checked={settings.chains === 'folded'}
            onChange={(event) => onChange({ chains: event.currentTarget.checked ? 'folded' : null })}
          />
          <SourceInput group={group} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
