/** Lines of JSON, one for each event, as fast as the client reads them. `leave` is called when the client has gone. */
export function ndjsonResponse(events: AsyncGenerator<object>, leave: () => void): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel() {
      leave();
      // A client that reads slowly leaves the events between two of them, where no signal reaches.
      void events.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'application/x-ndjson; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  });
}
