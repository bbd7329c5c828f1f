import { AsyncResource } from 'node:async_hooks';
import { MINUTE } from '@/lib/time/duration';
import { refuseWhileDraining } from '../draining';
import { currentRecording } from '../links/link-scope';

/** A client that reads nothing for so long is taken to have gone, for example because its computer sleeps. */
const MAX_UNREAD_MS = MINUTE;

/**
 * Lines of JSON, one for each event, as fast as the client reads them. The events get a signal that is aborted with the request's
 * own, and when the client has gone or has read nothing for a minute. Throws a ProblemError while the server stops.
 */
export function ndjsonResponse(
  eventsUntil: (gone: AbortSignal) => AsyncGenerator<object>,
  signal: AbortSignal,
): Response {
  // A link that is being made is still finished, which takes such answers.
  if (!currentRecording()) refuseWhileDraining();
  const left = new AbortController();
  const events = eventsUntil(AbortSignal.any([signal, left.signal]));
  // Whoever reads calls `pull`, but the events belong to the request.
  const next = AsyncResource.bind(() => events.next());
  const encoder = new TextEncoder();
  let unread: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(unread);
    left.abort();
    // A client that reads slowly leaves the events between two of them, where no signal reaches.
    void events.return(undefined);
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(unread);
      const { done, value } = await next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      unread = setTimeout(() => {
        end();
        controller.error(new Error('The client does not read.'));
      }, MAX_UNREAD_MS);
      unread.unref();
    },
    cancel: end,
  });
  return new Response(body, {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'application/x-ndjson; charset=utf-8',
      // Some proxies would collect the lines otherwise.
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    },
  });
}
