import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function FarmNotFound() {
  return (
    <NotFoundNotice
      title="Farm not found"
      why="It may have been deleted, or it may be in an account or region that the dashboard does not read."
      href="/farms"
      back="Go to the list of farms"
    />
  );
}
