import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { linkPath } from '@/lib/answer/shared-link';
import { answerFrom } from '@/lib/server/links/link-scope';
import { sharedLinks } from '@/lib/server/links/shared-links';
import { KEPT_PARAM } from '@/lib/time/search-params';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Renders a page with what the shared link in its address keeps, or with AWS's data if there is none in it. */
export async function inKeptScope<T>(searchParams: SearchParams, render: () => Promise<T>): Promise<T> {
  const id = [(await searchParams)[KEPT_PARAM] ?? []].flat()[0];
  if (id === undefined) return render();
  const link = await openOrUndefined(id);
  // That page tells what is wrong with the link.
  return link ? answerFrom(link, render) : redirect(linkPath(encodeURIComponent(id)) as Route);
}

async function openOrUndefined(id: string) {
  try {
    return await (await sharedLinks()).open(id);
  } catch {
    return undefined;
  }
}
