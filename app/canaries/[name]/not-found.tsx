import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function CanaryNotFound() {
  return (
    <NotFoundNotice
      title="Canary not found"
      why="It may have been deleted, or it may be in an account or region that the dashboard does not read."
      href="/canaries"
      back="Go to the list of canaries"
    />
  );
}
