const MAX_PAGES = 10;

export type Page<Item> = { items: Item[]; nextToken?: string | undefined };

/**
 * Reads the pages of a list, at most `maxPages`; `isComplete` is false when there are more. A page that repeats its own token is
 * the last.
 */
export async function allPages<Item>(
  getPage: (nextToken: string | undefined) => Promise<Page<Item>>,
  maxPages = MAX_PAGES,
): Promise<{ items: Item[]; isComplete: boolean }> {
  const items: Item[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const answer = await getPage(nextToken);
    items.push(...answer.items);
    if (!answer.nextToken || answer.nextToken === nextToken) return { items, isComplete: true };
    nextToken = answer.nextToken;
  }
  return { items, isComplete: false };
}

/** `partial` and `warnings` of an answer about a list that `allPages` read. */
export const listCoverage = (
  { items, isComplete }: { items: unknown[]; isComplete: boolean },
  what: string,
) => ({
  partial: !isComplete,
  warnings: isComplete ? [] : [`Only the first ${items.length} ${what} are listed; AWS has more.`],
});
