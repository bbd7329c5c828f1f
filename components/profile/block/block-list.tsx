'use client';

import { ActionIcon, Button, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconRefresh, IconTarget, IconZoomIn } from '@tabler/icons-react';
import { focusRegionThen } from '@/components/panel/focus-region';
import { frameTitle } from '@/lib/profile/graph/frame-title';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { chainOf } from '@/lib/profile/tree/frame-chain';
import { blockTitle, sizeText } from '../frame-text/block-text';
import { formatShare } from '../frame-text/format-samples';
import { ROOT_LABEL } from '../frame-text/frame-facts';
import { FunctionName } from '../frame-text/function-name';
import type { ListedBlock } from '../graph/flame-graph-props';
import type { Picture, Point } from '../graph/picture';
import type { BlockContent, BlockFunction } from './block-functions';
import classes from './block-list.module.css';
import { type BlockLoad, restText } from './rest-text';

type BlockListProps = {
  picture: Picture;
  listed: ListedBlock;
  content: BlockContent;
  load: BlockLoad;
  /** Loads the functions again after a failure. */
  onRetry?(): void;
  at: Point;
  /** Zooms into a function; absent in graphs that can't. */
  onZoom?(zoomed: BlockFunction): void;
  onInspect(name: string): void;
  /** Makes the frame around the block fill the width; absent when it does. */
  onWiden?(): void;
  onClose(): void;
};

/** The functions of a block by samples, each to zoom into or inspect. */
export function BlockList(props: BlockListProps) {
  const { picture, listed, content, load, at, onZoom, onInspect, onWiden, onRetry, onClose } = props;
  const { functions, rest } = content;
  const { tree } = picture;
  const name = tree.names[tree.name[listed.around] ?? 0] ?? '';
  const around = listed.around === 0 ? ROOT_LABEL : parseFrame(name).label.slice(0, 60);
  const andThen = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      shadow="md"
      width={360}
      offset={2}
      trapFocus
    >
      <Popover.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label="Functions of the block">
        {/* Takes the focus, since functions change places while more of them load. */}
        <Text size="xs" fw={600} tabIndex={-1} data-autofocus className={classes.title}>
          {blockTitle(listed.block, picture)}
        </Text>
        <Text size="xs" c="dimmed">
          {sizeText(picture, listed.samples)}, below {around}
        </Text>
        <ul className={classes.list}>
          {functions.map((each) => {
            const { label } = parseFrame(each.name);
            const share = formatShare(each.samples / picture.whole);
            const text = (
              <>
                <span className={classes.name}>
                  <FunctionName label={label.slice(0, 300)} />
                </span>
                <span className={classes.share}>{share}</span>
              </>
            );
            return (
              <li key={each.name}>
                <UnstyledButton
                  className={classes.function}
                  aria-label={`${label.slice(0, 300)} ${share}`}
                  title={`${frameTitle(each.name).slice(0, 300)}: ${sizeText(picture, each.samples)}`}
                  onClick={andThen(() => (onZoom ? onZoom(each) : onInspect(each.name)))}
                >
                  {text}
                </UnstyledButton>
                {onZoom && !chainOf(each.name) && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={`Inspect ${label.slice(0, 100)}`}
                    title="Inspect the function"
                    onClick={andThen(() => onInspect(each.name))}
                  >
                    <IconTarget size={14} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            );
          })}
        </ul>
        <Text size="xs" c="dimmed" role="status">
          {restText(content, picture, load)}
        </Text>
        {load === 'failed' && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={focusRegionThen(() => onRetry?.())}
          >
            Retry
          </Button>
        )}
        {onWiden && (rest.count !== 0 || functions.length > 1) && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconZoomIn size={14} aria-hidden />}
            onClick={andThen(onWiden)}
          >
            Zoom into {around}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
