'use client';

import { useComputedColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveFile } from '@/components/download/save-file';
import { useRange } from '@/components/range/use-range';
import { showToast } from '@/components/toast/toasts';
import { counted } from '@/lib/answer/counted';
import { type LinkSummary, MAX_PAGE_BYTES } from '@/lib/answer/shared-link';
import { linkFileName } from '@/lib/download/link-file-name';
import { exportedLink, pageScript } from '@/lib/queries/links';
import { formatInstant, formatSpan } from '@/lib/time/format';
import { pageLoaded } from './page-loaded';

/** In the address of a link: it is exported once its page has loaded. */
export const EXPORT_HASH = '#export';

type Export = {
  isBusy: boolean;
  /** Saves the link as one file that another Triptych opens. */
  exportLink(link: LinkSummary): void;
  /** Saves what the page shows as a page that opens without Triptych. */
  savePage(link: LinkSummary): void;
};

/** Saves the link whose page this is. */
export function useExport(): Export {
  const [isBusy, setBusy] = useState(false);
  const client = useQueryClient();
  const { span, zone } = useRange();
  const scheme = useComputedColorScheme('light');
  const pageOf = async ({ name, keptAt }: LinkSummary): Promise<Blob> => {
    const main = document.querySelector('main') ?? document;
    await pageLoaded(client, main, new AbortController().signal);
    const [script, { savedPage }] = await Promise.all([pageScript(), import('./saved-page/saved-page')]);
    const facts = [`Range: ${formatSpan(span, zone)}`, `Kept at ${formatInstant(keptAt, zone, 'second')}`];
    return new Blob([await savedPage({ title: name, facts, script, scheme })], { type: 'text/html' });
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      await showToast({ title: 'The link was not saved', message: (error as Error).message, color: 'red' });
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    exportLink: (link) =>
      void attempt(async () => {
        const page = await pageOf(link);
        const isTooLarge = page.size > MAX_PAGE_BYTES;
        const { file, lostCount } = await exportedLink(link.id, isTooLarge ? undefined : page);
        saveFile(file, linkFileName(link, 'zip'));
        if (isTooLarge) await showToast({ title: 'Exported without a page', message: TOO_LARGE });
        if (lostCount > 0)
          await showToast({ title: 'Exported without what is lost', message: lostText(lostCount) });
      }),
    savePage: (link) => void attempt(async () => saveFile(await pageOf(link), linkFileName(link, 'html'))),
  };
}

const TOO_LARGE =
  'The page that opens without Triptych would be larger than 8 MiB. Another Triptych opens the file.';

const lostText = (count: number) =>
  `${counted(count, 'part')} of what the link kept ${count === 1 ? 'is' : 'are'} missing or damaged. The file has the rest.`;
