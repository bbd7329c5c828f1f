import { randomUUID } from 'node:crypto';
import type { Coverage } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import { exportFileName } from '@/lib/profile/export/file-name';
import {
  CONVERTED_FORMATS,
  type ConvertedFormat,
  isRawFormat,
  RAW_FORMATS,
} from '@/lib/profile/export/formats';
import { type Data, dataText } from '@/lib/profile/tree/states';
import type { ProfileExportRequest, ProfileRequest } from '@/lib/profile/view/profile-requests';
import { formatSpan } from '@/lib/time/format';
import { badInput } from '../http/input';
import { engine } from './engine/engine';
import type { BegunFile, WriteChoice } from './engine/writers';
import { lookAt, NOTHING } from './get-profile-view';
import { getRawProfile } from './get-raw-profile';
import { type HeldParts, holdParts } from './load-parts';
import { pieceStream } from './piece-stream';
import { requestedRange } from './requested-range';

/** [?] Of a file before any compression; nothing of it is kept, but somebody must read it. */
const MOST_BYTES = 2 * 1024 ** 3;
/** [?] Of a stack, which is held whole. */
const MOST_STACK_BYTES = 64 * 1024 ** 2;

type ProfileExport = { body: Uint8Array | ReadableStream; contentType: string; fileName: string };

/**
 * A profile to save as a file: as AWS answered it, only unzipped, or written in a format of other tools, with the thread
 * states of `data`. Rejects with a ProblemError, also when the file would be too large or lack a week that failed.
 */
export async function getProfileExport(
  { format, data = 'all', ...request }: ProfileExportRequest,
  signal?: AbortSignal,
): Promise<ProfileExport> {
  const asked = requestedRange(request);
  if (isRawFormat(format)) {
    const { bytes, format: received } = await getRawProfile(request, format, signal);
    const { contentType, extension } = RAW_FORMATS[received];
    return {
      body: bytes,
      contentType,
      fileName: exportFileName({ ...request, ...timesOf(asked), extension }),
    };
  }
  const parts = await holdParts(request, signal);
  if (parts.failed[0]) throw parts.failed[0].problem;
  const covered = coveredBy(parts);
  const span = asked ? { ...asked, from: parts.leftOut?.to ?? asked.from } : covered;
  const title = { group: request.group, range: span ? formatSpan(span, 'UTC') : 'the latest profile' };
  const choice = { writer: randomUUID(), format, data, title, start: covered?.from, end: covered?.to };
  const unfit = await begun(request, choice, signal);
  if (unfit) {
    await engine().ask('endWriting', choice);
    throw unfit;
  }
  const stream = pieceStream(choice.writer);
  const { contentType, extension, isGzipped } = CONVERTED_FORMATS[format];
  return {
    body: isGzipped ? stream.pipeThrough(new CompressionStream('gzip')) : stream,
    contentType,
    fileName: exportFileName({ ...request, ...timesOf(span), data, extension }),
  };
}

/** Why the file that was begun is not to be: it lacks a week, or is too large; also when nobody waits any more. */
async function begun(request: ProfileRequest, choice: WriteChoice, signal: AbortSignal | undefined) {
  try {
    const { sides, answer } = await lookAt([request], signal, ([held = NOTHING]) =>
      engine().ask('write', { held, choice }),
    );
    const [failed] = sides.flatMap(({ parts }) => parts.failed);
    if (failed) return failed.problem;
    return answer === 'busy' ? busy() : refusalOf(answer, choice.format, choice.data);
  } catch (error) {
    return error;
  }
}

const timesOf = (span: Coverage | undefined) => ({ startTime: span?.from, endTime: span?.to });

function coveredBy({ held }: HeldParts): Coverage | undefined {
  const from = Math.min(...held.map(({ start = Number.NaN }) => start));
  const to = Math.max(...held.map(({ end = Number.NaN }) => end));
  return to >= from ? { from, to } : undefined;
}

function refusalOf(
  { maxBytes, maxStackBytes, states, occurring }: BegunFile,
  format: ConvertedFormat,
  data: Data,
): ProblemError | undefined {
  if (states.length === 0 && occurring.length > 0) {
    return badInput(
      `data asks for ${dataText(data)}, of which this profile has no samples. It has ${occurring.join(', ')}.`,
      'data',
    );
  }
  if (maxBytes <= MOST_BYTES && maxStackBytes <= MOST_STACK_BYTES) return undefined;
  const { smaller } = CONVERTED_FORMATS[format];
  const other = smaller ? `Take ${smaller}, or ask for` : 'Ask for';
  const size = Math.max(maxBytes, maxStackBytes) / 1024 ** 3;
  return badInput(
    `This profile would be ${size.toFixed(1)} GiB as ${format}, which is too large. ${other} a shorter time range or a maxDepth.`,
    'format',
  );
}

const busy = () =>
  new ProblemError({
    code: 'TooManyDownloads',
    message: 'Too many profiles are being downloaded at once. Try again when one of them is done.',
    status: 503,
    retryAfterSeconds: 30,
    retryable: true,
  });
