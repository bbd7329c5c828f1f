const MOST_PAGES = 10;

type Page<Item> = { items: Item[]; nextToken?: string | undefined };

/**
 * All items of a paged list, at most ten pages. `complete` is false when there were more. A list that gives
 * the same token twice ends there.
 */
export async function allPages<Item>(
  getPage: (nextToken: string | undefined) => Promise<Page<Item>>,
): Promise<{ items: Item[]; complete: boolean }> {
  const items: Item[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await getPage(nextToken);
    items.push(...answer.items);
    if (!answer.nextToken || answer.nextToken === nextToken) return { items, complete: true };
    nextToken = answer.nextToken;
  }
  return { items, complete: false };
}

/** `partial` and the warnings of an answer that lists what `allPages` brought. */
export const listCoverage = ({ items, complete }: { items: unknown[]; complete: boolean }, what: string) => ({
  partial: !complete,
  warnings: complete ? [] : [`Only the first ${items.length} ${what} are listed; AWS has more.`],
});
