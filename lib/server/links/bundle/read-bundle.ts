import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { counted } from '@/lib/answer/counted';
import { badInput, ProblemError } from '@/lib/answer/problem';
import { BUNDLE_TOO_LARGE, MAX_BUNDLE_BYTES } from '@/lib/answer/shared-link';
import { DamagedBlob, isTooLarge, MAX_BLOB_BYTES, OtherFormat, unpackBlob } from '../../archive/blob';
import { type Manifest, readManifest } from '../manifest';
import {
  blobEntry,
  hashIn,
  MANIFEST_ENTRY,
  MAX_ENTRIES,
  MAX_MANIFEST_BYTES,
  MAX_UNPACKED_BYTES,
  PAGE_ENTRY,
} from './bundle-file';

export type Bundle = {
  manifest: Manifest;
  /** Blobs of the manifest that the bundle doesn't have, because the link had lost them. */
  lostCount: number;
  /** Hands over each blob after its hash was checked, one at a time. Rejects with a ProblemError. */
  eachBlob(take: (hash: string, bytes: Uint8Array) => Promise<void>): Promise<void>;
};

/**
 * Calls `use` with a bundle in a file, which may be anybody's: names, sizes and hashes are checked, the sizes while unpacking. Rejects with
 * a ProblemError that says what is wrong with the file.
 */
export async function readBundle<T>(path: string, use: (bundle: Bundle) => Promise<T>): Promise<T> {
  if ((await stat(path)).size > MAX_BUNDLE_BYTES) throw badInput(BUNDLE_TOO_LARGE, 'body', 413);
  const zip = await openPromise(path, OPTIONS).catch(refuseAsZip);
  // Without a listener an error would end the process. Whoever reads gets it, too.
  zip.on('error', () => undefined);
  try {
    return await use(await bundleIn(zip));
  } finally {
    zip.close();
  }
}

/** Names are checked here, against the few that bundles have. */
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };

async function bundleIn(zip: ZipFile): Promise<Bundle> {
  if (zip.entryCount > MAX_ENTRIES)
    throw refused(`it has more than ${counted(MAX_ENTRIES, 'entry', 'entries')}`);
  const entries = await entriesOf(zip);
  const manifestEntry = entries.get(MANIFEST_ENTRY);
  if (!manifestEntry) throw refused('it has no manifest of a link');
  const manifest = await manifestIn(await read(zip, manifestEntry, MAX_MANIFEST_BYTES));
  const hashes = new Set(manifest.blobs.map(([, hash]) => hash));
  const extra = [...entries.keys()].map(hashIn).find((hash) => hash !== undefined && !hashes.has(hash));
  if (extra !== undefined) throw refused('it has a part that its link does not name');
  const present = [...hashes].filter((hash) => entries.has(blobEntry(hash)));
  return {
    manifest,
    lostCount: hashes.size - present.length,
    eachBlob: async (take) => {
      // What the link counts for among all of them.
      let bytesLeft = manifest.bytes;
      let unpackedLeft = MAX_UNPACKED_BYTES;
      for (const hash of present) {
        const bytes = await read(
          zip,
          entries.get(blobEntry(hash)) as Entry,
          Math.min(bytesLeft, MAX_PACKED_BYTES),
        );
        bytesLeft -= bytes.length;
        unpackedLeft -= await unpackedBytes(bytes, hash, Math.min(unpackedLeft, MAX_BLOB_BYTES));
        await take(hash, bytes);
      }
    },
  };
}

/** The entries by their names, which are those of a bundle, each once, and none a link to another file. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8');
      const isKnown = name === PAGE_ENTRY || name === MANIFEST_ENTRY || hashIn(name) !== undefined;
      if (!isKnown) throw refused(`it has an entry named ${JSON.stringify(name.slice(0, MAX_SHOWN_NAME))}`);
      if (entries.has(name)) throw refused(`it has ${name} twice`);
      if (!isFile(entry)) throw refused(`${name} is not a file`);
      if (!entry.canDecodeFileData()) throw refused(`${name} is encrypted or packed in an unknown way`);
      entries.set(name, entry);
    }
  } catch (error) {
    throw refuseAsZip(error);
  }
  return entries;
}

/** Maximum size of a blob as it is stored, which gzip makes hardly larger than its content. */
const MAX_PACKED_BYTES = MAX_BLOB_BYTES + 1024 * 1024;

const MAX_SHOWN_NAME = 100;

const FILE_TYPE = 0o170_000;
const REGULAR_FILE = 0o100_000;

/** Programs that know no modes of Unix leave them empty. */
function isFile({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & FILE_TYPE;
  return type === REGULAR_FILE || type === 0;
}

/** The content of an entry, of which no more than `maxBytes` and a part are unpacked. */
async function read(zip: ZipFile, entry: Entry, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const part of stream) {
      size += part.length;
      if (size > maxBytes) throw tooMuch();
      parts.push(part);
    }
  } catch (error) {
    throw refuseAsZip(error);
  }
  return Buffer.concat(parts);
}

async function manifestIn(bytes: Uint8Array): Promise<Manifest> {
  try {
    return await readManifest(bytes, MAX_MANIFEST_BYTES);
  } catch (error) {
    if (isTooLarge(error)) throw tooMuch();
    if (!isForeign(error)) throw error;
    throw refused('its manifest is damaged, or another release of Triptych wrote it');
  }
}

/** Size of what a blob keeps. */
async function unpackedBytes(bytes: Uint8Array, hash: string, maxBytes: number): Promise<number> {
  try {
    return (await unpackBlob(bytes, hash, maxBytes)).content.length;
  } catch (error) {
    if (isTooLarge(error)) throw tooMuch();
    if (error instanceof OtherFormat) throw refused('another release of Triptych wrote it');
    if (!isForeign(error)) throw error;
    throw refused('a part of it was changed or is damaged');
  }
}

const isForeign = (error: unknown) => error instanceof DamagedBlob || error instanceof OtherFormat;

const tooMuch = () =>
  badInput('This file was not opened, because it unpacks to more than a link may keep.', 'body', 413);

const refused = (why: string) => badInput(`This file was not opened, because ${why}.`, 'body');

/** Turns an error of the reader of zip files into a ProblemError; those of the disk stay what they are. */
function refuseAsZip(error: unknown): never {
  if (error instanceof ProblemError || (error as NodeJS.ErrnoException).syscall) throw error;
  throw refused('it is not a zip file, or is damaged or cut off');
}
