export type ProfileMediaType = 'application/json' | 'application/x-amzn-ion';

/** The format that a Content-Type names; undefined when it is none of the two. */
export function mediaTypeOf(header: string | undefined): ProfileMediaType | undefined {
  const name = (header ?? '').split(';')[0]?.trim().toLowerCase();
  return name === 'application/json' || name === 'application/x-amzn-ion' ? name : undefined;
}

/** The format that an Accept header wants: Ion unless it says JSON; undefined when it wants neither. */
export function acceptedMediaType(header: string | undefined): ProfileMediaType | undefined {
  if (header === undefined) return 'application/x-amzn-ion';
  for (const range of header.split(',')) {
    if (range.split(';')[0]?.trim() === '*/*') return 'application/x-amzn-ion';
    const known = mediaTypeOf(range);
    if (known) return known;
  }
  return undefined;
}

/** Whether an Accept-Encoding header names gzip and does not refuse it. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  return [header ?? []]
    .flat()
    .flatMap((value) => value.split(','))
    .map((coding) => coding.split(';').map((part) => part.trim().toLowerCase()))
    .some(([name, quality]) => name === 'gzip' && !/^q=0(\.0*)?$/.test(quality ?? ''));
}
