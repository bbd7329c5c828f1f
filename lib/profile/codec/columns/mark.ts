/** Columns are read without conversion, so only a machine with the same byte order can read them. */
const BYTE_ORDER = new Uint8Array(Uint16Array.of(1).buffer)[0] ?? 0;

/** First bytes of a profile in columns, distinct from JSON, Ion, gzip and packed profiles. The fifth is the version. */
export const MARK = Uint8Array.of(0x00, 0x54, 0x52, 0x49, 0x02, BYTE_ORDER, 0, 0);

/** Whether the bytes are the output of `writeColumns` on this kind of machine. */
export const areColumns = (bytes: Uint8Array): boolean => MARK.every((byte, i) => bytes[i] === byte);
