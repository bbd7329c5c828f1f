'use client';

import { Button, Code, CopyButton, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefusal } from '@/components/access/person-context';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { dryRunScript } from '@/lib/canary/export/cli-scripts';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { startDryRun } from '@/lib/queries/start-dry-run';
import { useQuery } from '@/lib/queries/use-query';

type StartDryRunProps = { name: string; onStarted: (dryRunId: string) => void };

/** A button that starts a dry run once the viewer has confirmed it. Against AWS it shows the command instead. */
export function StartDryRun({ name, onStarted }: StartDryRunProps) {
  const [isOpen, setOpen] = useState(false);
  const refusal = useRefusal('startDryRuns');
  const { data: place } = useQuery(awsPlaceOptions(undefined, 'synthetics'));
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => startDryRun(name),
    onSuccess: ({ dryRunId }) => {
      setOpen(false);
      onStarted(dryRunId);
    },
  });
  const close = () => {
    setOpen(false);
    reset();
  };
  const isLocal = place?.data.isLocal ?? false;
  const script = place ? dryRunScript(name, place.data) : '';
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={!place || refusal !== undefined}
        title={refusal}
        onClick={() => setOpen(true)}
      >
        Start a dry run
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={`Start a dry run of ${name}?`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Text size="sm" mb="md">
          It runs the canary’s script once, now, with real requests to what it tests. Dry runs don’t count in
          the availability.
        </Text>
        {!isLocal && (
          <>
            <Text size="sm" mb="xs">
              The dashboard changes nothing in AWS. Start it with the AWS CLI:
            </Text>
            <Code block mb="md">
              {script}
            </Code>
          </>
        )}
        {error && <ProblemNotice error={error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button size="xs" variant="default" onClick={close}>
            Cancel
          </Button>
          {isLocal ? (
            <Button size="xs" loading={isPending} onClick={() => mutate()}>
              Start
            </Button>
          ) : (
            <CopyButton value={script}>
              {({ copied, copy }) => (
                <Button size="xs" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the command'}
                </Button>
              )}
            </CopyButton>
          )}
        </Group>
      </Modal>
    </>
  );
}
