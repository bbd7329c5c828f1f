export type ProfileMediaType = 'application/json' | 'application/x-amzn-ion';

/** The format that a Content-Type names; undefined when it is neither of the two. */
export function mediaTypeOf(header: string | undefined): ProfileMediaType | undefined {
  const name = (header ?? '').split(';')[0]?.trim().toLowerCase();
  return name === 'application/json' || name === 'application/x-amzn-ion' ? name : undefined;
}

/**
 * The format with the higher q-value in an Accept header. When both are equal it is the one named first, or Ion if one
 * range includes both. Undefined when neither is accepted.
 */
export function acceptedMediaType(header = '*/*'): ProfileMediaType | undefined {
  const ranges = preferences(header);
  const best = (['application/x-amzn-ion', 'application/json'] as const)
    .flatMap((type) => {
      // The most specific range decides.
      const range = [type, 'application/*', '*/*']
        .map((name) => ranges.find((range) => range.name === name))
        .find((range) => range !== undefined);
      return range && range.quality > 0 ? [{ type, range }] : [];
    })
    .sort((a, b) => b.range.quality - a.range.quality || a.range.place - b.range.place);
  return best[0]?.type;
}

/** Whether an Accept-Encoding header names gzip with a q-value above zero. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  return preferences([header ?? []].flat().join()).some(
    ({ name, quality }) => name === 'gzip' && quality > 0,
  );
}

type Preference = { name: string; quality: number; place: number };

/** The elements of an Accept header in order (RFC 9110, 12.4.2). A malformed q-value is ignored. */
function preferences(header: string): Preference[] {
  return header.split(',').map((element, place) => {
    const [name = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
    const weights = parameters.map(
      (parameter) => /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1],
    );
    return { name, quality: Number(weights.find((weight) => weight !== undefined) ?? 1), place };
  });
}
