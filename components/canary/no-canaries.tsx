import { EmptyNotice } from '@/components/panel/empty-notice';

/** An account and region without canaries. `height` in pixels. */
export const NoCanaries = ({ height }: { height: number }) => (
  <EmptyNotice
    height={height}
    why="This account and region have no canaries. Create one in the CloudWatch Synthetics console to see it here."
  />
);
