import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { counted } from '@/lib/answer/counted';
import type { ProblemBody } from '@/lib/answer/problem';
import { linkPath, type OpenedLink } from '@/lib/answer/shared-link';
import { readBundle } from '@/lib/server/links/bundle/read-bundle';

/** Throws a sentence when a file is not that of an exported link. */
export async function checkBundle(path: string): Promise<void> {
  try {
    await readBundle(path, ({ eachBlob }) => eachBlob(async () => undefined));
  } catch (error) {
    throw new Error(isDiskError(error) ? `The file ${path} can’t be read.` : (error as Error).message);
  }
}

const isDiskError = (error: unknown) => (error as NodeJS.ErrnoException).syscall !== undefined;

/** Adds an exported link to a running dashboard, which checks it too, and returns what to print. Throws a sentence. */
export async function openBundle(url: string, path: string): Promise<string> {
  const response = await fetch(`${url}/api/opened-bundles`, {
    method: 'POST',
    headers: { origin: url },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    // Node needs it for a body that is a stream.
    ...{ duplex: 'half' },
  });
  const answer = (await response.json()) as OpenedLink | ProblemBody;
  if ('error' in answer) throw new Error(answer.error.message);
  const { link, lostCount } = answer;
  const lost = lostCount > 0 ? `\n${lostText(lostCount)}` : '';
  return `triptych opened “${link.name}” at ${url}${linkPath(link.id)}${lost}`;
}

const lostText = (count: number) =>
  `The link had lost ${counted(count, 'part')} when it was exported. The panels that need them say so.`;
