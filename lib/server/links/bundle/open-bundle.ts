import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallLimit } from '@/lib/answer/call-limit';
import { ProblemError } from '@/lib/answer/problem';
import { BUNDLE_TOO_LARGE, MAX_BUNDLE_BYTES, type OpenedLink } from '@/lib/answer/shared-link';
import { MINUTE } from '@/lib/time/duration';
import type { User } from '../../access/authorize';
import { eachBodyPart } from '../../http/body-bytes';
import { auditFact } from '../../log/audit';
import { processWide } from '../../process-wide';
import { linkSummary } from '../link-summary';
import { sharedLinks } from '../shared-links';
import { storageProblem } from '../storage-problem';
import { readBundle } from './read-bundle';

/** Maximum time until a file has arrived. */
const MAX_MS = 15 * MINUTE;
/** Files wait on disk, and have one blob in memory. */
const MAX_AT_ONCE = 1;
const MAX_WAITING = 10;

const turns = () => processWide('bundles being opened', () => new CallLimit(MAX_AT_ONCE, MAX_WAITING));

/** Adds the shared link in the body of a request, a bundle, under its own id. Rejects with a ProblemError. */
export async function openBundle(request: Request, user: User): Promise<OpenedLink> {
  const links = await sharedLinks();
  const open = () =>
    inSavedBody(request, (path) =>
      readBundle(path, async ({ manifest, lostCount, eachBlob }) => {
        const own = { ...manifest, by: user.id };
        await links.add(own, eachBlob);
        auditFact('link', own.id);
        return { link: linkSummary(own, user), lostCount };
      }),
    );
  return turns()
    .run(open, request.signal)
    .catch((error: unknown) => {
      throw new ProblemError(storageProblem(error));
    });
}

/** Calls `use` with a file that has the body of a request. */
async function inSavedBody<T>(request: Request, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'triptych-opened-'));
  try {
    const path = join(folder, 'bundle.zip');
    const file = await open(path, 'wx');
    try {
      const limits = { maxBytes: MAX_BUNDLE_BYTES, tooLargeText: BUNDLE_TOO_LARGE, maxMs: MAX_MS };
      await eachBodyPart(request, limits, (part) => file.writeFile(part));
    } finally {
      await file.close();
    }
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
