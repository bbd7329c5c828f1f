'use client';

import { Button, Popover } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { copyText } from '@/components/toast/copy-text';
import { linkPath } from '@/lib/answer/shared-link';
import { documentKept } from '@/lib/queries/kept';
import classes from './share-button.module.css';
import { useKeepPage } from './use-keep-page';

const SharePanel = dynamic(() => import('./share-panel').then((module) => module.SharePanel), { ssr: false });

/** The address of a link, to be sent to others. */
const addressOf = (id: string) => `${window.location.origin}${linkPath(id)}`;

/** The lists of links and of tokens have nothing that a link could keep. */
const NOT_SHARED = new Set(['/links', '/tokens']);

const COPIED = { title: 'Link copied', message: 'It will always show what this page shows now.' };

/** Keeps what the page shows and copies a link to it. On the page of a link it copies that link. */
export function ShareButton() {
  const { keeping, keep, cancel } = useKeepPage();
  const [isOpen, setOpen] = useState(false);
  const pathname = usePathname();
  if (NOT_SHARED.has(pathname)) return null;
  const share = async () => {
    const kept = documentKept();
    if (kept !== null) {
      await copyText(addressOf(kept), COPIED);
      return;
    }
    setOpen(true);
    const link = await keep();
    if (link) await copyText(addressOf(link.id), COPIED);
  };
  const close = () => {
    setOpen(false);
    cancel();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && close()}
      position="bottom-end"
      width="min(380px, 100vw - 16px)"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="light"
          className={classes.share}
          aria-label="Share: keep what this page shows, and copy a link to it"
          onClick={() => void share()}
          leftSection={<IconLink size={16} aria-hidden />}
        >
          <span className={classes.label}>Share</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <SharePanel keeping={keeping} addressOf={addressOf} onCancel={close} onRetry={() => void share()} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
