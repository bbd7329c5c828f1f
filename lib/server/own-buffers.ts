/** The head of a blob, which is before the content. */
const MAX_OTHER_BYTES = 64 * 1024;
/** Smaller ones may share their buffer with others, such as Node's pool of 8 KiB. */
const MIN_SHARING_BYTES = 1024 * 1024;

/** The buffer of the bytes when nothing else of use is in it, so that it can be transferred to a worker. */
export function ownBuffers({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  if (!(buffer instanceof ArrayBuffer)) return [];
  const others = buffer.byteLength - byteLength;
  return others === 0 || (byteLength >= MIN_SHARING_BYTES && others <= MAX_OTHER_BYTES) ? [buffer] : [];
}
