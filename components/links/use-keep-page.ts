'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useRange } from '@/components/range/use-range';
import { badInput } from '@/lib/answer/problem';
import { type LinkSummary, MAX_LINK_NAME_LENGTH } from '@/lib/answer/shared-link';
import { shareView } from '@/lib/queries/links';
import { formatSpan } from '@/lib/time/format';
import { pageLoaded } from './page-loaded';
import { frozenSearch, requestsOnScreen } from './view-to-share';

/** How far a link to the page is. */
export type Keeping =
  | { state: 'idle' }
  | { state: 'waiting' }
  | { state: 'keeping'; doneCount: number; requestCount: number }
  | { state: 'kept'; link: LinkSummary }
  | { state: 'failed'; error: Error };

type KeepPage = {
  keeping: Keeping;
  /** Makes a link that keeps what the page shows. Resolves with it; undefined when it failed or was cancelled. */
  keep(): Promise<LinkSummary | undefined>;
  cancel(): void;
};

/** Makes a link to the present page, which keeps what it shows. */
export function useKeepPage(): KeepPage {
  const client = useQueryClient();
  const { span, now, zone } = useRange();
  const [keeping, setKeeping] = useState<Keeping>({ state: 'idle' });
  const current = useRef<AbortController>(undefined);

  const keep = async () => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const main = document.querySelector('main') ?? document;
    const title = main.querySelector('h1')?.textContent?.trim() ?? 'Page';
    const { pathname: path, search } = window.location;
    setKeeping({ state: 'waiting' });
    try {
      await pageLoaded(client, main, controller.signal);
      const requests = requestsOnScreen(client, main);
      if (requests.length === 0) throw badInput('This page shows nothing that a link could keep.');
      setKeeping({ state: 'keeping', doneCount: 0, requestCount: requests.length });
      const link = await shareView(
        {
          name: `${title}, ${formatSpan(span, zone)}`.slice(0, MAX_LINK_NAME_LENGTH),
          ...{ path, search: frozenSearch(search, span, now), requests },
        },
        {
          signal: controller.signal,
          onProgress: (progress) => setKeeping({ state: 'keeping', ...progress }),
        },
      );
      setKeeping({ state: 'kept', link });
      return link;
    } catch (error) {
      if (!controller.signal.aborted) setKeeping({ state: 'failed', error: error as Error });
      return undefined;
    }
  };
  const cancel = () => {
    current.current?.abort();
    setKeeping({ state: 'idle' });
  };
  return { keeping, keep, cancel };
}
