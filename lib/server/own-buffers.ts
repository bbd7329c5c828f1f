/** The buffer of the bytes when nothing else is in it, so that it can be transferred to a worker. */
export const ownBuffers = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
