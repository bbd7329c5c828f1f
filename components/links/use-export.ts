'use client';

import { useState } from 'react';
import { saveFile } from '@/components/download/save-file';
import { showToast } from '@/components/toast/toasts';
import { counted } from '@/lib/answer/counted';
import type { LinkSummary } from '@/lib/answer/shared-link';
import { linkFileName } from '@/lib/download/link-file-name';
import { exportedLink } from '@/lib/queries/links';

/** Saves a link as one file, and whether that is under way. */
export function useExport(): { isExporting: boolean; exportLink(link: LinkSummary): void } {
  const [isExporting, setExporting] = useState(false);
  const save = async (link: LinkSummary) => {
    setExporting(true);
    try {
      const { file, lostCount } = await exportedLink(link.id);
      saveFile(file, linkFileName(link, 'zip'));
      if (lostCount > 0)
        await showToast({ title: 'Exported without what is lost', message: lostText(lostCount) });
    } catch (error) {
      await showToast({
        title: 'The link was not exported',
        message: (error as Error).message,
        color: 'red',
      });
    } finally {
      setExporting(false);
    }
  };
  return { isExporting, exportLink: (link) => void save(link) };
}

const lostText = (count: number) =>
  `${counted(count, 'part')} of what the link kept ${count === 1 ? 'is' : 'are'} missing or damaged. The file has the rest.`;
