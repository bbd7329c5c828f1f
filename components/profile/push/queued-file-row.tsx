import { CloseButton, Group, Loader, Text, TextInput } from '@mantine/core';
import { formatBytes } from '@/lib/answer/format-bytes';
import classes from './push.module.css';
import { groupProblem, type QueuedFile } from './push-queue';
import { PushResult } from './push-result';

type QueuedFileRowProps = {
  queued: QueuedFile;
  /** Names of the existing groups, undefined while unknown. */
  groups: ReadonlySet<string> | undefined;
  /** Whether files are being pushed, during which nothing about this one can be changed. */
  isLocked: boolean;
  onGroup(group: string): void;
  onRemove(): void;
  /** Makes a file that was refused or cancelled wait again. */
  onRetry(): void;
};

/** A file with its group, which can be edited while the file waits, and its result. */
export function QueuedFileRow({ queued, groups, isLocked, onGroup, onRemove, onRetry }: QueuedFileRowProps) {
  const { file, group, state } = queued;
  return (
    <li className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" ff="monospace" truncate title={file.name}>
          {file.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" className={classes.size}>
            {formatBytes(file.size)}
          </Text>
          {state.name === 'pushing' ? (
            <Loader size={16} m={6} aria-hidden />
          ) : (
            state.name !== 'pushed' && (
              <CloseButton
                size="sm"
                aria-label={`Remove ${file.name}`}
                disabled={isLocked}
                onClick={onRemove}
              />
            )
          )}
        </Group>
      </Group>
      {(state.name === 'waiting' || state.name === 'pushing') && (
        <TextInput
          size="xs"
          mt={4}
          label="Profiling group"
          aria-label={`Profiling group of ${file.name}`}
          description={groups && (groups.has(group) ? EXISTING : 'A new group')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={groupProblem(group)}
          value={group}
          disabled={isLocked}
          onChange={(event) => onGroup(event.currentTarget.value)}
          classNames={{ input: classes.group }}
        />
      )}
      <PushResult queued={queued} isLocked={isLocked} onRetry={onRetry} />
    </li>
  );
}

const EXISTING = 'An existing group; the profile is added to it';
