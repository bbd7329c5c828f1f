import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function CanaryNotFound() {
  return (
    <NotFoundNotice
      title="There is no such canary"
      why="It may have been deleted, or be in another account or region than the one that the dashboard reads."
      href="/canaries"
      back="To the list of canaries"
    />
  );
}
