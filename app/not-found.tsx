import { NotFoundNotice } from '@/components/shell/not-found-notice';

export default function NotFound() {
  return (
    <NotFoundNotice
      title="Page not found"
      why="The address may be mistyped or from another version."
      href="/"
      back="Go to the overview"
    />
  );
}
