'use client';

import { Anchor } from '@mantine/core';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useRange } from '@/components/range/use-range';
import { differencePath, linkPath, type PageAddress } from '@/lib/answer/shared-link';
import { documentKept } from '@/lib/queries/kept';
import { linkOptions } from '@/lib/queries/links';
import { useQuery } from '@/lib/queries/use-query';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { KEPT_PARAM } from '@/lib/time/search-params';
import { lengthUpToNow, wasUpToNow } from '@/lib/time/up-to-now';
import classes from './kept-notice.module.css';
import { EXPORT_HASH, useExport } from './use-export';

/** Says that the page shows what a shared link keeps, and leads to what AWS has now and to the difference. */
export function KeptNotice() {
  const search = useSearchParams();
  const id = search.get(KEPT_PARAM);
  // The answers in memory are those of the link with which the document was opened.
  useEffect(() => {
    if (id !== documentKept()) window.location.reload();
  }, [id]);
  return id === null ? null : <NoticeOf id={id} search={search} />;
}

function NoticeOf({ id, search }: { id: string; search: URLSearchParams }) {
  const { zone, span } = useRange();
  const { data, error } = useQuery(linkOptions(id));
  const { isBusy, exportLink, savePage } = useExport();
  const link = data?.data;
  const path = usePathname();
  const elsewhere = link && elsewhereIn(link.page, { path, span });
  const exportOnce = useEffectEvent(() => {
    if (!link || window.location.hash !== EXPORT_HASH) return;
    // Loading the page again must not save another file.
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    exportLink(link);
  });
  useEffect(() => {
    if (link) exportOnce();
  }, [link]);
  const live = new URLSearchParams(search);
  live.delete(KEPT_PARAM);
  live.delete('asof');
  if (wasUpToNow(search)) {
    const { from, to } = lengthUpToNow(span);
    live.set('from', from);
    live.set('to', to);
  }
  return (
    <aside className={classes.notice} aria-label="Shared link">
      {link ? (
        <span>
          {elsewhere && 'This link keeps '}
          <span className={classes.name}>{link.name}</span>
          {elsewhere
            ? `, not this ${elsewhere}.`
            : `, as it was kept at ${formatInstant(link.keptAt, zone, 'second')}`}
        </span>
      ) : (
        <span>{error?.message ?? 'What a shared link keeps'}</span>
      )}
      {elsewhere && (
        <Anchor href={linkPath(id)} size="sm">
          Back to what it keeps
        </Anchor>
      )}
      <Anchor href={`?${live}`} size="sm">
        See it as it is now
      </Anchor>
      <Anchor href={`${differencePath(id)}?${new URLSearchParams({ tz: zone })}`} size="sm">
        See the difference
      </Anchor>
      {link && !elsewhere && isBusy && <span role="status">Saving …</span>}
      {link && !elsewhere && !isBusy && (
        <>
          {link.canExport && (
            <Anchor component="button" type="button" size="sm" onClick={() => exportLink(link)}>
              Export
            </Anchor>
          )}
          <Anchor component="button" type="button" size="sm" onClick={() => savePage(link)}>
            Save as HTML page
          </Anchor>
        </>
      )}
    </aside>
  );
}

/** What a viewer looks at that is not part of a kept page: another page, or a time that reaches beyond its range. */
function elsewhereIn(kept: PageAddress, { path, span }: { path: string; span: Span }) {
  if (path !== kept.path) return 'page';
  const search = new URLSearchParams(kept.search);
  const [from, to] = [Date.parse(search.get('from') ?? ''), Date.parse(search.get('to') ?? '')];
  return span.from < from || span.to > to ? 'time' : undefined;
}
