import { MINUTE } from '@/lib/time/duration';

const PART_BYTES = 256 * 1024;
/** A client that reads nothing for so long is taken to have gone. */
const MAX_UNREAD_MS = MINUTE;

/**
 * A body that is sent as fast as the client reads it. `onEnd` is called once, when the last part was taken, when the client has gone, or
 * when it has read nothing for a minute.
 */
export function bodyInParts(bytes: Uint8Array, onEnd: () => void): ReadableStream<Uint8Array> {
  let sent = 0;
  let unread: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(unread);
    onEnd();
  };
  const wait = (controller: ReadableStreamDefaultController) => {
    clearTimeout(unread);
    unread = setTimeout(() => {
      end();
      controller.error(new Error('The client does not read.'));
    }, MAX_UNREAD_MS);
    unread.unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: wait,
      pull(controller) {
        if (sent === bytes.length) {
          controller.close();
          return end();
        }
        controller.enqueue(bytes.subarray(sent, sent + PART_BYTES));
        sent = Math.min(bytes.length, sent + PART_BYTES);
        wait(controller);
      },
      cancel: end,
    },
    // Nothing is taken before the client reads.
    { highWaterMark: 0 },
  );
}
