import { Button, Group, Text } from '@mantine/core';
import { focusRegionThen } from '@/components/panel/focus-region';
import { missingStates, type StateSamples } from '@/lib/profile/tree/states';
import { missingStatesText } from './missing-states-text';
import type { ChangeSettings, ProfileSettings } from './profile-settings';

type MissingStatesProps = {
  data: ProfileSettings['data'];
  /** The thread states of the profile, or of both sides of a comparison; undefined until they are known. */
  occurring: readonly StateSamples[] | undefined;
  /** The profile or side that lacks the states, to start the sentence. */
  subject: string;
  onChange: ChangeSettings;
};

/** Names the selected thread states that the profile doesn't have, with a button that selects the default ones. */
export function MissingStates({ data, occurring, subject, onChange }: MissingStatesProps) {
  const present = occurring?.filter(({ samples }) => samples > 0).map(({ state }) => state);
  // A profile without any samples has its own sentence.
  const missing = present && present.length > 0 ? missingStates(data ?? undefined, present) : [];
  if (!present || missing.length === 0) return null;
  return (
    <Group gap={6} mb="xs" role="note" aria-label="Missing thread states">
      <Text size="xs" flex="0 1 480px" style={{ overflowWrap: 'anywhere' }}>
        <span aria-hidden>◆ </span>
        {missingStatesText(subject, missing, present)}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={focusRegionThen(() => void onChange({ data: null }))}
      >
        Reset thread states
      </Button>
    </Group>
  );
}
