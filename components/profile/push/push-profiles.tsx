'use client';

import { Button, FileButton, Group, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useZone } from '@/components/range/use-range';
import { asRoute } from '@/components/range/use-range-href';
import { showToast } from '@/components/toast/toasts';
import { otherFormat } from './other-format';
import classes from './push.module.css';
import {
  type Choice,
  emptied,
  profileToShow,
  queueText,
  waitingFiles,
  withChange,
  withFiles,
  withoutFile,
  withRefusal,
} from './push-queue';
import { useFileDrop } from './use-file-drop';
import { pathIn, usePush } from './use-push';
import { useQueue } from './use-queue';

const PushDialog = dynamic(() => import('./push-dialog').then((module) => module.PushDialog), { ssr: false });

/** Pushes profiles that other tools saved to local-aws: chosen with a button, or dropped anywhere on the page. */
export function PushProfiles({ maxFileBytes }: { maxFileBytes: number }) {
  const { queue, current, change } = useQueue();
  const [isPushing, setPushing] = useState(false);
  const [hasChosen, setHasChosen] = useState(false);
  const { push, cancel } = usePush();
  const router = useRouter();
  const zone = useZone();
  const resetPicker = useRef<() => void>(null);
  const isOnPage = useRef(false);
  useEffect(() => {
    isOnPage.current = true;
    return () => {
      isOnPage.current = false;
    };
  }, []);
  const add = useCallback(
    (choice: Choice) => {
      setHasChosen(true);
      change((before) => withFiles(before, choice, maxFileBytes));
      for (const { id, file } of waitingFiles(current())) {
        void otherFormat(file).then((sentence) => {
          if (sentence) change((before) => withRefusal(before, id, sentence));
        });
      }
    },
    [change, current, maxFileBytes],
  );
  const isOver = useFileDrop(add);
  const choose = (files: File[]) => {
    add({ files, folders: [] });
    // Otherwise the same file could not be chosen again.
    resetPicker.current?.();
  };
  const run = async () => {
    setPushing(true);
    await push(queue, (id, state) => change((before) => withChange(before, id, { state })));
    setPushing(false);
    // Files may have been dropped during the push.
    if (!isOnPage.current) {
      void showToast({ message: queueText(current()) });
      return;
    }
    const shown = profileToShow(current());
    if (!shown) return;
    change(emptied);
    router.push(asRoute(pathIn(shown, zone)));
  };
  return (
    <Group gap="sm" wrap="nowrap">
      <Text className={classes.hint} visibleFrom="sm">
        Drop files on this page, or
      </Text>
      <FileButton multiple onChange={choose} resetRef={resetPicker}>
        {(props) => (
          <Button {...props} size="xs" variant="default">
            Push a profile
          </Button>
        )}
      </FileButton>
      {hasChosen && (
        <PushDialog
          queue={queue}
          isPushing={isPushing}
          onChange={(id, changed) => change((before) => withChange(before, id, changed))}
          onRemove={(id) => change((before) => withoutFile(before, id))}
          onPush={() => void run()}
          onCancel={cancel}
          onClose={() => change(emptied)}
        />
      )}
      {isOver && (
        <div className={classes.overlay}>
          <div className={classes.target}>Drop profiles to push them to local-aws</div>
        </div>
      )}
    </Group>
  );
}
