import { CloseButton, Group, Loader, Text, TextInput } from '@mantine/core';
import classes from './push.module.css';
import { groupProblem, type QueuedFile } from './push-queue';
import { PushResult } from './push-result';

type QueuedFileRowProps = {
  queued: QueuedFile;
  /** Names of the existing groups, undefined while unknown. */
  groups: ReadonlySet<string> | undefined;
  onGroup(group: string): void;
  onRemove(): void;
  /** Makes a refused file wait again. */
  onRetry(): void;
};

/** A file with its group, which can be edited until the file is pushed, and what became of it. */
export function QueuedFileRow({ queued, groups, onGroup, onRemove, onRetry }: QueuedFileRowProps) {
  const { file, group, state } = queued;
  return (
    <li className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" ff="monospace" truncate title={file.name}>
          {file.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" className={classes.size}>
            {sizeText(file.size)}
          </Text>
          {state.name === 'pushing' ? (
            <Loader size={16} m={6} aria-hidden />
          ) : (
            state.name !== 'pushed' && (
              <CloseButton size="sm" aria-label={`Remove ${file.name}`} onClick={onRemove} />
            )
          )}
        </Group>
      </Group>
      {(state.name === 'waiting' || state.name === 'pushing') && (
        <TextInput
          size="xs"
          mt={4}
          label="Profiling group"
          description={groups && (groups.has(group) ? EXISTING : 'A new group')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={groupProblem(group)}
          value={group}
          disabled={state.name === 'pushing'}
          onChange={(event) => onGroup(event.currentTarget.value)}
          classNames={{ input: classes.group }}
        />
      )}
      <PushResult state={state} onRetry={onRetry} />
    </li>
  );
}

const EXISTING = 'An existing group; the profile is added to it';
const KIB = 1024;

const sizeText = (bytes: number) =>
  bytes < KIB * KIB
    ? `${Math.max(bytes > 0 ? 0.1 : 0, bytes / KIB).toLocaleString('en-US', { maximumFractionDigits: 1 })} KiB`
    : `${(bytes / KIB / KIB).toLocaleString('en-US', { maximumFractionDigits: 1 })} MiB`;
