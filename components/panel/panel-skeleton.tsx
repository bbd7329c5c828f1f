import { Skeleton, VisuallyHidden } from '@mantine/core';

type PanelSkeletonProps = {
  /** Pixels of what will stand here, so that nothing jumps. */
  height: number;
  /** What is awaited, for screen readers: `Loading runs`. */
  label?: string;
};

/** Stands in a panel until its first data is there. */
export function PanelSkeleton({ height, label = 'Loading' }: PanelSkeletonProps) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <Skeleton height={height} radius="sm" />
    </div>
  );
}
