import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { formatNumber } from '@/lib/answer/format-number';
import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import {
  bodyBytes,
  PHASES,
  type Phase,
  type Waterfall,
  type WebRequest,
  waterfallSpan,
} from '@/lib/canary/artifacts/waterfall';
import { exactNow } from '../../clock';
import { tooLarge, unreadable } from './artifact-problems';
import { readArtifactJson } from './read-artifact';

/** Larger archives would block the server's thread while they are parsed. */
const MAX_HAR_BYTES = 8 * 1024 * 1024;
const MAX_REQUESTS = 500;
/** Real entries are about 1 KiB, so no more fit into an archive. Made-up ones would block the server's thread for seconds. */
const MAX_ENTRIES = 10_000;
const MAX_URL_LENGTH = 2000;
const MAX_WORD_LENGTH = 100;
const MAX_MS = 86_400_000;

const ms = z.number().min(0).max(MAX_MS);
/** -1 means that an archive doesn't tell a time or a size. */
const phase = ms.optional().catch(undefined);
const word = z.string().transform((text) => text.slice(0, MAX_WORD_LENGTH));

/** An entry of an HTTP Archive 1.2 (www.softwareishard.com/blog/har-12-spec). */
const entry = z
  .object({
    startedDateTime: z
      .string()
      .transform((text) => Date.parse(text))
      .pipe(z.number()),
    time: ms.catch(0),
    request: z.object({ method: word, url: z.string().transform((text) => text.slice(0, MAX_URL_LENGTH)) }),
    response: z
      .object({
        status: z.number().int().min(0).max(999).catch(0),
        content: z.object({ size: z.number().min(0).optional().catch(undefined) }).catch({ size: undefined }),
      })
      .catch({ status: 0, content: { size: undefined } }),
    timings: z
      .object(Object.fromEntries(PHASES.map((name) => [name, phase])) as Record<Phase, typeof phase>)
      .catch({}),
  })
  .transform(
    ({ startedDateTime, time, request, response, timings }): WebRequest => ({
      ...request,
      status: response.status,
      bytes: response.content.size,
      started: startedDateTime,
      durationMs: time,
      phases: timings,
    }),
  );

const archive = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });

/** The requests of a run from one of its HTTP archives. Rejects with a ProblemError. */
export async function getWaterfall(
  request: ArtifactFileRequest,
  signal: AbortSignal,
): Promise<Answer<Waterfall>> {
  const asOf = exactNow();
  const parsed = archive.safeParse(await readArtifactJson(request, MAX_HAR_BYTES, signal));
  if (!parsed.success) throw unreadable(request.file, 'an HTTP archive');
  const { entries } = parsed.data.log;
  if (entries.length > MAX_ENTRIES)
    throw tooLarge(
      `${request.file} has ${formatNumber(entries.length)} entries. At most ${formatNumber(MAX_ENTRIES)} are shown here.`,
    );
  const requests = entries.flatMap((each) => entry.safeParse(each).data ?? []);
  const data = {
    requests: requests.sort((a, b) => a.started - b.started).slice(0, MAX_REQUESTS),
    requestCount: requests.length,
    unreadableCount: entries.length - requests.length,
    span: waterfallSpan(requests),
    bytes: bodyBytes(requests),
  };
  return { data, asOf, partial: requests.length > MAX_REQUESTS, warnings: [] };
}
