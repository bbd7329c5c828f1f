'use client';

import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useRefusal } from '@/components/access/person-context';
import { showToast } from '@/components/toast/toasts';
import { linkPath } from '@/lib/answer/shared-link';
import { openExported } from '@/lib/queries/links';

/** Adds the link in an exported file, and shows it. */
export function OpenFileButton() {
  const [isOpening, setOpening] = useState(false);
  const refusal = useRefusal('addFiles');
  const resetPicker = useRef<() => void>(null);
  const open = async (file: File | null) => {
    // Otherwise the same file could not be chosen again.
    resetPicker.current?.();
    if (!file) return;
    setOpening(true);
    try {
      const { link } = await openExported(file);
      window.location.assign(linkPath(link.id));
    } catch (error) {
      setOpening(false);
      await showToast({ title: 'The file was not opened', message: (error as Error).message, color: 'red' });
    }
  };
  return (
    <FileButton accept=".zip,application/zip" onChange={(file) => void open(file)} resetRef={resetPicker}>
      {(props) => (
        <Button
          {...props}
          size="compact-sm"
          variant="default"
          loading={isOpening}
          disabled={refusal !== undefined}
          title={refusal}
        >
          Open a file
        </Button>
      )}
    </FileButton>
  );
}
