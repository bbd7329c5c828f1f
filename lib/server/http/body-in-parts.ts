import { MINUTE } from '@/lib/time/duration';

const PART_BYTES = 256 * 1024;
/** A client that reads nothing for so long is taken to have gone. */
const MAX_UNREAD_MS = MINUTE;

/**
 * A body that is sent as fast as the client reads it. `onEnd` is called once, when the last part was taken, when the client has gone, when
 * it has read nothing for a minute, or when there is no next part because of an error.
 */
export function bodyInParts(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const parts = content instanceof Uint8Array ? partsOf(content) : content[Symbol.asyncIterator]();
  let unread: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(unread);
    onEnd();
  };
  const leave = () => {
    end();
    // A part that is never taken must not hold up the end.
    void parts.return?.()?.catch(() => undefined);
  };
  const wait = (controller: ReadableStreamDefaultController) => {
    clearTimeout(unread);
    unread = setTimeout(() => {
      leave();
      controller.error(new Error('The client does not read.'));
    }, MAX_UNREAD_MS);
    unread.unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: wait,
      async pull(controller) {
        clearTimeout(unread);
        try {
          const { done, value } = await parts.next();
          if (!done) {
            controller.enqueue(value);
            return wait(controller);
          }
          controller.close();
          end();
        } catch (error) {
          end();
          throw error;
        }
      },
      cancel: leave,
    },
    // Nothing is taken before the client reads.
    { highWaterMark: 0 },
  );
}

async function* partsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}
