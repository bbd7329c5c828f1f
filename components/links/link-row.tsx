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
import { IconCopy, IconFileExport, IconPencil } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useRefusal } from '@/components/access/person-context';
import { RevokeButton } from '@/components/panel/revoke-button';
import { useZone } from '@/components/range/use-range';
import { attempt } from '@/components/toast/attempt';
import { copyText } from '@/components/toast/copy-text';
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
  const { id, name, page, keptAt, bytes, canChange } = link;
  const ofOthers = useRefusal('changeLinksOfOthers');
  const refusal = canChange ? undefined : ofOthers;
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
      <Table.Td className={classes.page} visibleFrom="sm">
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
          <RenameButton {...{ link, refusal, onChange }} />
          <RevokeButton
            label={`Revoke the link ${name}`}
            consequence="Nobody can open this link any more, and what it keeps is deleted."
            refusal={refusal}
            onRevoke={() => void attempt(revokeLink(id), 'The link was not revoked', onChange)}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
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

type RenameButtonProps = LinkRowProps & { refusal: string | undefined };

function RenameButton({ link: { id, name }, refusal, onChange }: RenameButtonProps) {
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
