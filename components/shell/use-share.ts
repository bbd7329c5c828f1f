'use client';

import { absoluteRange } from '@/lib/time/range';
import { useRange } from './use-range';

/**
 * Copies a link to what is on screen, with an absolute range so that it shows the same later, and says so.
 * `anchor` is the id of one panel.
 */
export function useShare(): (anchor?: string) => void {
  const { span } = useRange();
  return (anchor) => void share(linkTo(window.location.href, absoluteRange(span), anchor));
}

function linkTo(
  href: string,
  { from, to }: { from: string; to: string },
  anchor: string | undefined,
): string {
  const url = new URL(href);
  url.searchParams.set('from', from);
  url.searchParams.set('to', to);
  url.searchParams.delete('asof');
  url.hash = anchor ?? '';
  return url.toString();
}

async function share(link: string): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  try {
    await navigator.clipboard.writeText(link);
    notifications.show({ title: 'Link copied', message: 'It shows this range, also later.' });
  } catch {
    notifications.show({ title: 'Copy this link', message: link, autoClose: false });
  }
}
