import { Button, CloseButton, Group, Text } from '@mantine/core';
import { parseFrame } from '@/lib/profile/frame';
import type { FunctionName } from '@/lib/profile/view';
import classes from './hidden-functions.module.css';

type HiddenFunctionsProps = {
  /** Keys of those that are hidden, and the names of those that the profile has. */
  hidden: readonly string[];
  names: readonly FunctionName[];
  onChange(hidden: string[]): void;
};

/** The functions that are hidden; each can be brought back, or all. */
export function HiddenFunctions({ hidden, names, onChange }: HiddenFunctionsProps) {
  if (hidden.length === 0) return null;
  return (
    <Group gap={6} mb="xs" role="group" aria-label="Hidden functions">
      <Text size="xs" c="dimmed">
        Hidden
      </Text>
      {hidden.map((key) => {
        const name = names.find((known) => known.key === key)?.name;
        const label = name === undefined ? 'not in this profile' : parseFrame(name).label.slice(0, 60);
        return (
          <span key={key} className={classes.chip} title={name?.slice(0, 300)}>
            <span className={classes.label}>{label}</span>
            <CloseButton
              size={16}
              iconSize={12}
              aria-label={`Show ${label}`}
              onClick={() => onChange(hidden.filter((other) => other !== key))}
            />
          </span>
        );
      })}
      <Button size="compact-xs" variant="subtle" onClick={() => onChange([])}>
        Show all
      </Button>
    </Group>
  );
}
