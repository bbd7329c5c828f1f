/** Longer lines are no answer of the dashboard. */
const MAX_LINE_LENGTH = 4_000_000;
/** Maximum time without a pause in which the page can react. */
const MAX_BLOCK_MS = 40;

/** The values in a body that has one JSON value a line. Pauses now and then, so that the page stays responsive. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  let resumedAt = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE_LENGTH) throw new Error('A line is too long.');
      for (const line of lines) {
        if (line !== '') yield JSON.parse(line);
        if (performance.now() - resumedAt < MAX_BLOCK_MS) continue;
        await new Promise((resolve) => setTimeout(resolve));
        resumedAt = performance.now();
      }
    }
    if (rest !== '') yield JSON.parse(rest);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
