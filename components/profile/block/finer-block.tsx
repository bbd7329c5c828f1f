'use client';

import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { type CompactTree, fromCompact } from '@/lib/profile/view/compact';
import type { ListedBlock } from '../graph/flame-graph-props';
import type { Picture, Point } from '../graph/picture';
import { blockContent } from './block-functions';
import { BlockList } from './block-list';

type Loaded = { data: { tree: CompactTree } };

type FinerBlockProps<Answer extends Loaded, Key extends QueryKey> = {
  picture: Picture;
  listed: ListedBlock;
  at: Point;
  /** The answer in which the frame around the block fills the width, and where that frame is in its tree. */
  finer: UseQueryOptions<Answer, Error, Answer, Key>;
  nodeIn(tree: CallTree): number | undefined;
  /** The graph shows an earlier answer, to which the functions of `finer` don't belong. */
  isPlaceholder: boolean;
  onZoom(tree: CallTree, node: number): void;
  onInspect(name: string): void;
  onClose(): void;
};

/** The functions of a block. Those that the graph hasn't loaded are requested. */
export function FinerBlock<Answer extends Loaded, Key extends QueryKey>(props: FinerBlockProps<Answer, Key>) {
  const { picture, listed, at, finer, nodeIn, onZoom, onInspect, onClose } = props;
  const { tree, states, focus } = picture;
  const { around } = listed;
  const isNeeded = listed.block.omitted !== 0 && around !== focus;
  const isAllowed = isNeeded && !props.isPlaceholder;
  const { data, isFetching, isError, refetch } = useQuery({ ...finer, enabled: isAllowed });
  const finerTree = useMemo(
    () => (isAllowed && data ? fromCompact(data.data.tree) : undefined),
    [isAllowed, data],
  );
  const finerAround = finerTree && nodeIn(finerTree);
  const more = finerTree && finerAround !== undefined ? { tree: finerTree, around: finerAround } : undefined;
  const isComplete = !isNeeded || finerTree !== undefined;
  const load = isComplete ? 'loaded' : isError && !isFetching ? 'failed' : 'loading';
  return (
    <BlockList
      {...{ picture, listed, at, load, onInspect, onClose }}
      onRetry={() => void refetch()}
      content={blockContent({ tree, around }, states, listed, more)}
      onZoom={(zoomed) => onZoom(zoomed.tree, zoomed.node)}
      {...(around !== focus && { onWiden: () => onZoom(tree, around) })}
    />
  );
}
