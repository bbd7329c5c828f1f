import { randomUUID } from 'node:crypto';
import type { Coverage } from '@/lib/answer/answer';
import { badInput, ProblemError } from '@/lib/answer/problem';
import { exportFileName } from '@/lib/profile/export/file-name';
import { CONVERTED_FORMATS, isRawFormat, RAW_FORMATS } from '@/lib/profile/export/formats';
import { formatStateChoice } from '@/lib/profile/tree/states';
import type { ProfileExportRequest } from '@/lib/profile/view/profile-requests';
import { formatSpan } from '@/lib/time/format';
import { engine } from './engine/engine';
import type { ExportFile, ExportStart } from './engine/export-writers';
import { exportStream } from './export-stream';
import { getRawProfile } from './get-raw-profile';
import { queryEngine, type Requested, type Side } from './query-engine';
import { refuseLongRange, requestedRange } from './requested-range';

/** Maximum size of a file before compression. It is streamed, but another tool has to read it. */
const MAX_BYTES = 2 * 1024 ** 3;
/** Maximum size of one stack, which is in memory as a whole. */
const MAX_STACK_BYTES = 64 * 1024 ** 2;

type ProfileExport = { body: Uint8Array | ReadableStream; contentType: string; fileName: string };

/**
 * A profile to save as a file: as AWS returned it, decompressed, or converted to another tool's format with the
 * thread states of `data`. Rejects with a ProblemError, also when the file would be too large or lack a week.
 */
export async function getProfileExport(
  { format, data = 'all', ...request }: ProfileExportRequest,
  signal?: AbortSignal,
): Promise<ProfileExport> {
  const range = requestedRange(request);
  if (isRawFormat(format)) {
    refuseLongRange(range);
    const { bytes, format: received } = await getRawProfile(request, format, signal);
    const { contentType, extension } = RAW_FORMATS[received];
    return {
      body: bytes,
      contentType,
      fileName: exportFileName({ ...request, ...timesOf(range), extension }),
    };
  }
  const file = { id: randomUUID(), format, data };
  const span = spanOf(await startExport({ request, range }, file, signal));
  const stream = exportStream(file.id);
  const { contentType, extension, isGzipped } = CONVERTED_FORMATS[format];
  return {
    body: isGzipped ? stream.pipeThrough(new CompressionStream('gzip')) : stream,
    contentType,
    fileName: exportFileName({ ...request, ...timesOf(span), data, extension }),
  };
}

type FileChoice = Pick<ExportFile, 'id' | 'format' | 'data'>;

/** Starts an export in the engine; ends it again and throws when the profile lacks a week or is too large. */
async function startExport(
  requested: Requested,
  file: FileChoice,
  signal: AbortSignal | undefined,
): Promise<Side> {
  try {
    const { sides, output } = await queryEngine([requested], signal, async (side) => {
      const [failed] = side.parts.failed;
      if (failed) throw failed.problem;
      return engine().run('startExport', { profile: side.profile, file: { ...file, ...titleOf(side) } });
    });
    if (output === 'busy') throw busy();
    refuseUnsuitable(output, file);
    return sides[0];
  } catch (error) {
    await engine().run('endExport', file);
    throw error;
  }
}

function titleOf(side: Side): Pick<ExportFile, 'title' | 'start' | 'end'> {
  const span = spanOf(side);
  const covered = coveredBy(side);
  return {
    title: { group: side.request.group, range: span ? formatSpan(span, 'UTC') : 'the latest profile' },
    start: covered?.from,
    end: covered?.to,
  };
}

/** The requested range without what was left out; the time that the latest profile covers. */
const spanOf = (side: Side): Coverage | undefined =>
  side.range ? { ...side.range, from: side.parts.leftOut?.to ?? side.range.from } : coveredBy(side);

function coveredBy({ parts: { loaded } }: Side): Coverage | undefined {
  const from = Math.min(...loaded.map(({ start = Number.NaN }) => start));
  const to = Math.max(...loaded.map(({ end = Number.NaN }) => end));
  return to >= from ? { from, to } : undefined;
}

const timesOf = (span: Coverage | undefined) => ({ startTime: span?.from, endTime: span?.to });

function refuseUnsuitable(
  { maxBytes, maxStackBytes, states, occurring }: ExportStart,
  { format, data }: FileChoice,
): void {
  if (states.length === 0 && occurring.length > 0) {
    throw badInput(
      `This profile has no samples in ${formatStateChoice(data)}. It has ${occurring.join(', ')}.`,
      'data',
    );
  }
  if (maxBytes <= MAX_BYTES && maxStackBytes <= MAX_STACK_BYTES) return;
  const { smaller } = CONVERTED_FORMATS[format];
  const advice = smaller ? `Choose ${smaller}, or` : 'Choose';
  const size = Math.max(maxBytes, maxStackBytes) / 1024 ** 3;
  throw badInput(
    `As ${format} this profile would be ${size.toFixed(1)} GiB, which is too large. ${advice} a shorter time range or a lower maxDepth.`,
    'format',
  );
}

const busy = () =>
  new ProblemError({
    code: 'TooManyDownloads',
    message: 'Too many profiles are being downloaded. Retry when one of the downloads has finished.',
    status: 503,
    retryAfterSeconds: 30,
    retryable: true,
  });
