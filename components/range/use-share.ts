'use client';

import { copyText } from '@/components/toast/copy-text';
import { showToast } from '@/components/toast/toasts';
import { absoluteRange } from '@/lib/time/range';
import { KEPT_PARAM } from '@/lib/time/search-params';
import { type SharedView, useCurrentSharedView } from './shared-view';
import { useRange } from './use-range';

/** Copies a link to the current view with an absolute range, so that it shows the same later. `anchor`: a panel's id. */
export function useShare(): (anchor?: string) => void {
  const { span } = useRange();
  const sharedView = useCurrentSharedView();
  return (anchor) => {
    const view = sharedView?.current ?? { span, without: [] };
    void share(linkTo(window.location.href, view, anchor));
  };
}

export function linkTo(href: string, { span, without }: SharedView, anchor: string | undefined): string {
  const url = new URL(href);
  const { from, to } = absoluteRange(span);
  for (const parameter of without) url.searchParams.delete(parameter);
  url.searchParams.set('from', from);
  url.searchParams.set('to', to);
  if (!url.searchParams.has(KEPT_PARAM)) url.searchParams.delete('asof');
  url.searchParams.delete('refresh');
  url.hash = anchor ?? '';
  return url.toString();
}

async function share(link: string): Promise<void> {
  const done = { title: 'Link copied', message: 'It will always show this range.' };
  if (!(await copyText(link, done)))
    await showToast({ title: 'Copy this link', message: link, autoClose: false });
}
