'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { groupsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import classes from './push.module.css';
import { groupProblem, MAX_FILES, type Queue, type QueuedFile, queueText, waitingFiles } from './push-queue';
import { QueuedFileRow } from './queued-file-row';

type PushDialogProps = {
  queue: Queue;
  isPushing: boolean;
  onChange(id: number, change: Pick<QueuedFile, 'group'> | Pick<QueuedFile, 'state'>): void;
  onRemove(id: number): void;
  onPush(): void;
  /** Ends the running push. */
  onCancel(): void;
  onClose(): void;
};

/** The chosen files with their groups and results. */
export function PushDialog({
  queue,
  isPushing,
  onChange,
  onRemove,
  onPush,
  onCancel,
  onClose,
}: PushDialogProps) {
  // The dialog returns the focus only if it opens after mounting.
  const mounted = useMounted();
  const { data } = useQuery(groupsOptions());
  const groups = data && new Set(data.data.map(({ name }) => name));
  const waiting = waitingFiles(queue);
  const isValid = waiting.every(({ group }) => groupProblem(group) === undefined);
  const { files, leftOut } = queue;
  return (
    <Modal
      opened={files.length > 0 && mounted}
      onClose={isPushing ? onCancel : onClose}
      closeOnClickOutside={!isPushing}
      title={files.length > 1 ? `Push ${files.length} profiles` : 'Push a profile'}
      size="lg"
      closeButtonProps={{ 'aria-label': isPushing ? 'Cancel' : 'Close' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isValid && !isPushing) onPush();
        }}
      >
        <ul className={classes.rows}>
          {files.map((queued) => (
            <QueuedFileRow
              key={queued.id}
              queued={queued}
              groups={groups}
              isLocked={isPushing}
              onGroup={(group) => onChange(queued.id, { group })}
              onRetry={() => onChange(queued.id, { state: { name: 'waiting' } })}
              onRemove={() => onRemove(queued.id)}
            />
          ))}
        </ul>
        {leftOut > 0 && (
          <Text size="xs" mt="xs">
            Only the first {MAX_FILES} files were taken; {leftOut} more were left out.
          </Text>
        )}
        <Group justify="space-between" mt="md" gap="xs">
          <Text size="sm" c="dimmed" role="status" className={classes.status}>
            {queueText(queue)}
          </Text>
          <Group gap="xs" ml="auto">
            <Button size="xs" variant="default" onClick={isPushing ? onCancel : onClose}>
              {isPushing || waiting.length > 0 ? 'Cancel' : 'Close'}
            </Button>
            {(isPushing || waiting.length > 0) && (
              <Button size="xs" type="submit" loading={isPushing} disabled={!isValid} data-autofocus>
                {waiting.length > 1 ? `Push ${waiting.length} files` : 'Push'}
              </Button>
            )}
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
