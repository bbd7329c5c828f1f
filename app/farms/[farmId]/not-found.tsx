import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function FarmNotFound() {
  return (
    <NotFoundNotice
      title="There is no such farm"
      why="It may have been deleted, or be in another account or region than the one that the dashboard reads."
      href="/farms"
      back="To the list of farms"
    />
  );
}
