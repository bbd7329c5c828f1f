import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function NotFound() {
  return (
    <NotFoundNotice
      title="There is no such page"
      why="The address may be mistyped, or from another version."
      href="/"
      back="To the overview"
    />
  );
}
