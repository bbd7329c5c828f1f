/** Types that get shorter; the others are zipped by their nature, or none of Next's business. */
const ZIPPABLE = /^(?:application\/json|text\/)/;
/** Named, and not refused by a quality of 0. */
const ACCEPTS_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** The answer zipped for a client that takes it: Next zips its pages, but not what route handlers answer. */
export function zipped(request: Request, response: Response): Response {
  const { body, status, headers } = response;
  const isWanted = ACCEPTS_GZIP.test(request.headers.get('accept-encoding') ?? '');
  const isZippable = ZIPPABLE.test(headers.get('content-type') ?? '') && !headers.has('content-encoding');
  if (!body || !isWanted || !isZippable) return response;
  const zippedHeaders = new Headers(headers);
  zippedHeaders.set('content-encoding', 'gzip');
  zippedHeaders.append('vary', 'accept-encoding');
  zippedHeaders.delete('content-length');
  return new Response(body.pipeThrough(new CompressionStream('gzip')), { status, headers: zippedHeaders });
}
