import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function GroupNotFound() {
  return (
    <NotFoundNotice
      title="There is no such profiling group"
      why="It may have been deleted, or be in another account or region than the one that the dashboard reads."
      href="/profiles"
      back="To the list of profiling groups"
    />
  );
}
