import { z } from 'zod';
import { LINK_ID, MAX_LINK_NAME_LENGTH } from '@/lib/answer/shared-link';
import { DamagedBlob, MAX_BLOB_BYTES, packBlob, unpackBlob } from '../archive/blob';
import { jsonOf } from '../json-of';
import { pagePath, pageSearch } from './page-address';

/** Version of the format. Raise it when an older release could not read what is written; keep reading the older ones. */
const FORMAT = 1;

/** Links are listed by their instants in 13 digits, so this is the last one. */
export const LAST_INSTANT = 9_999_999_999_999;

/** Maximum sum of the sizes of a link's blobs. */
export const MAX_LINK_BYTES = 512 * 1024 * 1024;

/** SHA-256 in hexadecimal digits. */
const HASH = /^[0-9a-f]{64}$/;
const NEWLINE = 0x0a;

const schema = z.object({
  format: z.literal(FORMAT),
  id: z.string().regex(LINK_ID),
  name: z.string().max(MAX_LINK_NAME_LENGTH),
  /** The page's address without its origin. */
  page: z.object({ path: pagePath, search: pageSearch }),
  /** Who shared it, by the id of a user; undefined without sign-in. */
  by: z.string().max(64).optional(),
  /** When it was shared, epoch milliseconds. */
  keptAt: z.number().int().min(0).max(LAST_INSTANT),
  /** Sum of the sizes of the blobs. */
  bytes: z.number().int().min(0).max(MAX_LINK_BYTES),
  /** Which blob has the answer to which request. */
  blobs: z.array(z.tuple([z.string(), z.string().regex(HASH)])),
  /** Requests of the page that had no answer to keep, and why. */
  missing: z.array(z.object({ what: z.string(), why: z.string() })),
});

/** What a link keeps. */
export type Manifest = Omit<z.output<typeof schema>, 'format'>;

/** The bytes of a manifest, which begin with their hash. */
export async function writeManifest(manifest: Manifest): Promise<Uint8Array> {
  const content = Buffer.from(
    JSON.stringify({ format: FORMAT, ...manifest } satisfies z.input<typeof schema>),
  );
  const { hash, bytes } = await packBlob({ key: 'manifest', asOf: manifest.keptAt, content });
  return Buffer.concat([Buffer.from(`${hash}\n`), bytes]);
}

/**
 * Reads what `writeManifest` wrote, of at most `maxBytes` after unpacking. Rejects with DamagedBlob when the hash differs, or the release
 * that wrote it is newer.
 */
export async function readManifest(bytes: Uint8Array, maxBytes = MAX_BLOB_BYTES): Promise<Manifest> {
  const end = bytes.indexOf(NEWLINE);
  const hash = Buffer.from(bytes.subarray(0, Math.max(0, end))).toString();
  if (!HASH.test(hash)) throw new DamagedBlob('it has no hash');
  const { content } = await unpackBlob(bytes.subarray(end + 1), hash, maxBytes);
  const parsed = schema.safeParse(jsonOf(content));
  if (!parsed.success) throw new DamagedBlob('another release wrote it');
  const { format: _, ...manifest } = parsed.data;
  return manifest;
}
