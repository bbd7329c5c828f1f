import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { keptDataLost } from '../link-problems';
import { writeManifest } from '../manifest';
import type { OpenLink } from '../open-link';
import { blobEntry, MANIFEST_ENTRY, PAGE_ENTRY } from './bundle-file';

type Contents = {
  link: OpenLink;
  /** Of the blobs that are not lost. */
  hashes: Iterable<string>;
  /** The page that opens without Triptych. */
  page?: Uint8Array | undefined;
};

/** A bundle of a link as a zip file. At most one blob is in memory at a time. */
export async function writeBundle({ link, hashes, page }: Contents): Promise<Readable> {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream);
  const stored = { mtime: new Date(link.keptAt), compress: false };
  if (page) zip.addBuffer(Buffer.from(page), PAGE_ENTRY, { ...stored, compress: true });
  zip.addBuffer(
    Buffer.from(await writeManifest({ ...link.manifest, by: undefined })),
    MANIFEST_ENTRY,
    stored,
  );
  for (const hash of hashes) {
    // They are compressed.
    zip.addReadStreamLazy(blobEntry(hash), stored, (give) => {
      link
        .stored(hash)
        // A link that is revoked meanwhile loses its blobs.
        .then((bytes) =>
          bytes ? give(null, Readable.from([bytes])) : give(keptDataLost(), Readable.from([])),
        )
        .catch((error: unknown) => give(error, Readable.from([])));
    });
  }
  zip.on('error', (error: Error) => output.destroy(error));
  zip.end();
  return output;
}
