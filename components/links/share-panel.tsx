'use client';

import { Anchor, Button, Group, List, Progress, Stack, Text, TextInput } from '@mantine/core';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { RangeLink } from '@/components/range/range-link';
import { useZone } from '@/components/range/use-range';
import { useShare } from '@/components/range/use-share';
import { copyText } from '@/components/toast/copy-text';
import { counted } from '@/lib/answer/counted';
import { formatBytes } from '@/lib/answer/format-bytes';
import type { LinkSummary } from '@/lib/answer/shared-link';
import { formatInstant } from '@/lib/time/format';
import { useExport } from './use-export';
import type { Keeping } from './use-keep-page';

type SharePanelProps = {
  keeping: Keeping;
  /** The address of a link. */
  addressOf(id: string): string;
  onCancel(): void;
  onRetry(): void;
};

/** How far the link to the page is, then the link. */
export function SharePanel({ keeping, addressOf, onCancel, onRetry }: SharePanelProps) {
  switch (keeping.state) {
    case 'idle':
      return null;
    case 'waiting':
      return <Progressing text="Waiting until the page has loaded …" percent={0} onCancel={onCancel} />;
    case 'keeping': {
      const { doneCount, requestCount } = keeping;
      return (
        <Progressing
          text={`Keeping what this page shows: ${doneCount} of ${counted(requestCount, 'answer')}`}
          percent={(100 * doneCount) / Math.max(1, requestCount)}
          onCancel={onCancel}
        />
      );
    }
    case 'kept':
      return <KeptLink link={keeping.link} address={addressOf(keeping.link.id)} />;
    case 'failed':
      return <Failed error={keeping.error} onRetry={onRetry} />;
  }
}

type ProgressingProps = { text: string; percent: number; onCancel(): void };

function Progressing({ text, percent, onCancel }: ProgressingProps) {
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {text}
      </Text>
      <Progress value={percent} aria-label="Answers kept" />
      <Group justify="flex-end">
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}

function KeptLink({ link, address }: { link: LinkSummary; address: string }) {
  const zone = useZone();
  const { keptAt, bytes, missing } = link;
  const { isBusy, exportLink } = useExport();
  const reasons = [...new Set(missing)];
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          flex={1}
          label="Link to what this page shows now"
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <Button onClick={() => void copyText(address, { title: 'Link copied', message: link.name })}>
          Copy
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        Kept at {formatInstant(keptAt, zone, 'second')}, {formatBytes(bytes)}. It stays the same when AWS
        forgets the data. See{' '}
        <RangeLink href="/links" inherit underline="always">
          all links
        </RangeLink>{' '}
        to rename or revoke it, or{' '}
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          disabled={isBusy}
          onClick={() => exportLink(link)}
        >
          export it to a file
        </Anchor>{' '}
        that another Triptych opens.
      </Text>
      {reasons.length > 0 && (
        <>
          <Text size="xs">{counted(missing.length, 'part')} of the page could not be kept:</Text>
          <List size="xs">
            {reasons.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry(): void }) {
  const copyAddress = useShare();
  return (
    <Stack gap="xs">
      <ProblemNotice error={error} onRetry={onRetry} />
      <Text size="xs" c="dimmed">
        You can still{' '}
        <Anchor component="button" type="button" size="xs" underline="always" onClick={() => copyAddress()}>
          copy the page’s address
        </Anchor>
        , which keeps the range but not the data.
      </Text>
    </Stack>
  );
}
