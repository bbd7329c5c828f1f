import { Skeleton, VisuallyHidden } from '@mantine/core';

type PanelSkeletonProps = {
  /** Height of the content in pixels, so that the layout does not shift. */
  height: number;
  /** For screen readers: `Loading runs`. */
  label?: string;
};

/** A placeholder until a panel's first data arrives. */
export function PanelSkeleton({ height, label = 'Loading' }: PanelSkeletonProps) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <Skeleton height={height} radius="sm" />
    </div>
  );
}
