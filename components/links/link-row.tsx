'use client';

import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Popover,
  Stack,
  Table,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconCopy, IconFileExport, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useRefusal } from '@/components/access/person-context';
import { useZone } from '@/components/range/use-range';
import { copyText } from '@/components/toast/copy-text';
import { showToast } from '@/components/toast/toasts';
import { formatBytes } from '@/lib/answer/format-bytes';
import { type LinkSummary, linkPath, MAX_LINK_NAME_LENGTH } from '@/lib/answer/shared-link';
import { renameLink, revokeLink } from '@/lib/queries/links';
import { formatInstant } from '@/lib/time/format';
import classes from './link-list.module.css';
import { EXPORT_HASH } from './use-export';

type LinkRowProps = { link: LinkSummary; onChange(): void };

/** One link of the list. */
export function LinkRow({ link, onChange }: LinkRowProps) {
  const zone = useZone();
  const { id, name, page, keptAt, bytes } = link;
  const address = () => `${window.location.origin}${linkPath(id)}`;
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>
        <Anchor href={linkPath(id)} size="sm">
          {name}
        </Anchor>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {[page.path, formatInstant(keptAt, zone), formatBytes(bytes)].join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td className={classes.name} visibleFrom="sm">
        {page.path}
      </Table.Td>
      <Table.Td visibleFrom="sm">{formatInstant(keptAt, zone)}</Table.Td>
      <Table.Td className={classes.number} visibleFrom="sm">
        {formatBytes(bytes)}
      </Table.Td>
      <Table.Td className={classes.actions}>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Tooltip label="Copy link" openDelay={400}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Copy the link ${name}`}
              onClick={() => void copyText(address(), { title: 'Link copied', message: name })}
            >
              <IconCopy size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <ExportButton link={link} />
          <RenameButton link={link} onChange={onChange} />
          <RevokeButton link={link} onChange={onChange} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** Does something to a link, and tells when it fails. */
async function attempt(work: Promise<unknown>, title: string, onDone: () => void): Promise<void> {
  try {
    await work;
    onDone();
  } catch (error) {
    await showToast({ title, message: (error as Error).message, color: 'red' });
  }
}

/** Leads to the page of the link, because that makes the page that is in the file. */
function ExportButton({ link: { id, name } }: Pick<LinkRowProps, 'link'>) {
  return (
    <Tooltip label="Export to a file" openDelay={400}>
      <ActionIcon
        component="a"
        href={`${linkPath(id)}${EXPORT_HASH}`}
        variant="subtle"
        color="gray"
        aria-label={`Export the link ${name}`}
      >
        <IconFileExport size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Why the viewer may not change a link; undefined if they may. */
function useLinkRefusal({ canChange }: LinkSummary): string | undefined {
  const refusal = useRefusal('changeLinksOfOthers');
  return canChange ? undefined : refusal;
}

function RenameButton({ link, onChange }: LinkRowProps) {
  const { id, name } = link;
  const refusal = useLinkRefusal(link);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void attempt(renameLink(id, text.trim()), 'The link was not renamed', () => {
      setOpen(false);
      onChange();
    });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label="Rename" openDelay={400} disabled={refusal !== undefined}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Rename the link ${name}`}
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => {
              setText(name);
              setOpen(true);
            }}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={save}>
          <Stack gap="xs">
            <TextInput
              label="Name"
              value={text}
              maxLength={MAX_LINK_NAME_LENGTH}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button type="submit" size="xs" disabled={text.trim() === ''}>
                Rename
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function RevokeButton({ link, onChange }: LinkRowProps) {
  const { id, name } = link;
  const refusal = useLinkRefusal(link);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label="Revoke" openDelay={400} disabled={refusal !== undefined}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Revoke the link ${name}`}
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => setOpen(true)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">Nobody can open this link any more, and what it keeps is deleted.</Text>
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setOpen(false)} data-autofocus>
              Cancel
            </Button>
            <Button
              size="xs"
              color="red"
              onClick={() => void attempt(revokeLink(id), 'The link was not revoked', onChange)}
            >
              Revoke
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
