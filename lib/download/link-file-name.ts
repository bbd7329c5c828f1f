import { fileTime } from './file-time';

/** File systems allow 255 bytes per name. */
const MAX_NAME_LENGTH = 100;
const SECOND_MS = 1000;

/**
 * File name of a shared link that is saved: its name in ASCII and when it was kept, in UTC, such as
 * `triptych_Overview-24-Nov-2026-1232-1532-UTC+0100_kept-2026-11-24T143210Z.zip`.
 */
export function linkFileName(
  { name, keptAt }: { name: string; keptAt: number },
  extension: 'zip' | 'html',
): string {
  const words = name
    .replaceAll(':', '')
    .replace(/[^A-Za-z0-9+]+/g, '-')
    .slice(0, MAX_NAME_LENGTH);
  const second = Math.floor(keptAt / SECOND_MS) * SECOND_MS;
  const parts = ['triptych', words.replace(/^-|-$/g, ''), `kept-${fileTime(second)}`];
  return `${parts.filter((part) => part !== '').join('_')}.${extension}`;
}
