import { gunzipSync } from 'node:zlib';
import { UndecodableProfile } from '../tree/undecodable';
import { isTooLarge } from './refusals';

/** Maximum size of a file, uncompressed. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Throws UndecodableProfile. */
export function unzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch (error) {
    const isOversized = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UndecodableProfile(
      isOversized
        ? isTooLarge(MAX_FILE_BYTES, ' uncompressed')
        : "It is incomplete: its gzip data can't be read. Save or copy it again.",
    );
  }
}
