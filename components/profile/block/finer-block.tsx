'use client';

import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { type CompactTree, fromCompact } from '@/lib/profile/view/compact';
import { useQuery } from '@/lib/queries/use-query';
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
  /** The tree of an answer that has the block; the one that it draws by default. */
  treeIn?(answer: Answer['data']): CompactTree | undefined;
  /** The graph shows an earlier answer, to which the functions of `finer` don't belong. */
  isPlaceholder: boolean;
  /** Absent in graphs that show the functions of a click instead of zooming. */
  onZoom?(tree: CallTree, node: number): void;
  /** Makes the frame around the block fill the width; absent when it does. */
  onWiden?: (() => void) | undefined;
  onInspect(name: string): void;
  onClose(): void;
};

/** The functions of a block. Those that the graph hasn't loaded are requested. */
export function FinerBlock<Answer extends Loaded, Key extends QueryKey>(props: FinerBlockProps<Answer, Key>) {
  const { picture, listed, at, finer, nodeIn, treeIn, onZoom, onWiden, onInspect, onClose } = props;
  const { tree, states, focus } = picture;
  const { around } = listed;
  const isNeeded = listed.block.omitted !== 0 && around !== focus;
  const isAllowed = isNeeded && !props.isPlaceholder;
  const { data, isFetching, isError, refetch } = useQuery({ ...finer, enabled: isAllowed });
  const compact = isAllowed && data ? (treeIn ? treeIn(data.data) : data.data.tree) : undefined;
  const finerTree = useMemo(() => compact && fromCompact(compact), [compact]);
  const finerAround = finerTree && nodeIn(finerTree);
  const more = finerTree && finerAround !== undefined ? { tree: finerTree, around: finerAround } : undefined;
  const isComplete = !isNeeded || finerTree !== undefined;
  const load = isComplete ? 'loaded' : isError && !isFetching ? 'failed' : 'loading';
  return (
    <BlockList
      {...{ picture, listed, at, load, onInspect, onClose }}
      onRetry={() => void refetch()}
      content={blockContent({ tree, around }, states, listed, more)}
      {...(onZoom && { onZoom: (zoomed) => onZoom(zoomed.tree, zoomed.node) })}
      {...(around !== focus && onWiden && { onWiden })}
    />
  );
}
