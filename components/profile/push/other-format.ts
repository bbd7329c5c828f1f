import { foreignFormat, INSPECTED_BYTES } from '@/lib/profile/import/foreign-formats';

/** Why a chosen file can't be pushed, according to its first bytes; undefined when only the server can tell. */
export async function otherFormat(file: File): Promise<string | undefined> {
  const start = await file
    .slice(0, INSPECTED_BYTES)
    .arrayBuffer()
    .catch(() => undefined);
  const sentence = start && foreignFormat(new Uint8Array(start));
  return sentence && `${file.name} can’t be pushed. ${sentence}`;
}
