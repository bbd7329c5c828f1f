/** A small answer for programs that watch the server. It names no host, path or bucket, so it goes to anybody. */
export const statusAnswer = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
