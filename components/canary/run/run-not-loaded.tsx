import { Alert, Button, Group, Text } from '@mantine/core';

type RunNotLoadedProps = { isLoading: boolean; onClose: () => void };

/** The link names a run that is not loaded: it may be older or deleted. */
export function RunNotLoaded({ isLoading, onClose }: RunNotLoadedProps) {
  return (
    <Alert color="gray" p="sm" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {isLoading
            ? 'Searching older runs for the linked run.'
            : 'The linked run is not loaded. It may be older than the range, or AWS no longer keeps it.'}
        </Text>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Alert>
  );
}
