import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function GroupNotFound() {
  return (
    <NotFoundNotice
      title="This profiling group does not exist"
      why="It may have been deleted, or be in an account or region that the dashboard does not read."
      href="/profiles"
      back="Back to the list of profiling groups"
    />
  );
}
