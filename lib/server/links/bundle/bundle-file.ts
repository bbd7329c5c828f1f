const MEBIBYTE = 1024 * 1024;

/** The page that opens without Triptych. It is for readers alone: nothing reads it when a bundle is opened. */
export const PAGE_ENTRY = 'page.html';
export const MANIFEST_ENTRY = 'link/manifest';

const BLOB_ENTRY = /^link\/([0-9a-f]{64})$/;

export const blobEntry = (hash: string) => `link/${hash}`;

/** The hash of the blob in an entry; undefined for other entries. */
export const hashIn = (entry: string): string | undefined => BLOB_ENTRY.exec(entry)?.[1];

/** Maximum size of what a link keeps, after unpacking. */
export const MAX_UNPACKED_BYTES = 4096 * MEBIBYTE;
export const MAX_MANIFEST_BYTES = 4 * MEBIBYTE;
export const MAX_ENTRIES = 10_000;
