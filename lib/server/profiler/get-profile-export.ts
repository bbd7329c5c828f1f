import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Coverage } from '@/lib/answer/answer';
import type { Profile } from '@/lib/profile/call-tree';
import { decodeProfile } from '@/lib/profile/decode';
import { exportFileName } from '@/lib/profile/export/file-name';
import { EXTENSIONS, type WrittenFormat } from '@/lib/profile/export/formats';
import { writeProfile } from '@/lib/profile/export/write';
import type { Written } from '@/lib/profile/export/written';
import { inOrder, statesOf } from '@/lib/profile/states';
import type { ProfileAsk } from '@/lib/profile/view';
import type { ProfileExportAsk } from '@/lib/queries/profile';
import { formatSpan } from '@/lib/time/format';
import { badAnswer } from '../aws/problem';
import { badInput } from '../http/input';
import { fetchProfile } from './fetch-profile';
import { getRawProfile } from './get-raw-profile';
import { rangeOfAsk } from './profile-ask';

/** [?] Of a file before any compression; nothing of it is kept, but somebody must read it. */
const MOST_BYTES = 2 * 1024 ** 3;
/** [?] Of a stack, which is held whole. */
const MOST_STACK_BYTES = 64 * 1024 ** 2;

export type ProfileExport = { body: Uint8Array | ReadableStream; contentType: string; fileName: string };

const CONTENT_TYPES: Record<WrittenFormat, string> = {
  // Zipped by its nature: of a type that nobody zips again or unzips on the way.
  pprof: 'application/octet-stream',
  folded: 'text/plain; charset=utf-8',
  speedscope: 'application/json',
};

/**
 * A profile to save as a file: as AWS answered it, only unzipped, or written in a format of other tools, with the thread
 * states of `data` (all unless told). Rejects with a ProblemError, also when the file would be too large.
 */
export async function getProfileExport(
  { format, data = 'all', ...ask }: ProfileExportAsk,
  signal?: AbortSignal,
): Promise<ProfileExport> {
  const asked = rangeOfAsk(ask);
  if (format === 'json' || format === 'ion') {
    const { bytes, contentType, extension } = await getRawProfile(ask, format, signal);
    return { body: bytes, contentType, fileName: exportFileName({ ...ask, ...timesOf(asked), extension }) };
  }
  const profile = await decoded(ask, signal);
  const span = asked ?? coveredBy(profile);
  const states = statesOf(data, inOrder(profile.tree.states));
  const title = { group: ask.group, range: span ? formatSpan(span, 'UTC') : 'the latest profile' };
  const written = writeProfile(profile, format, states, title);
  refuseTooLarge(written, format);
  return {
    body: streamed(written, format),
    contentType: CONTENT_TYPES[format],
    fileName: exportFileName({ ...ask, ...timesOf(span), data, extension: EXTENSIONS[format] }),
  };
}

const coveredBy = ({ start, end }: Profile): Coverage | undefined =>
  start === undefined || end === undefined || end < start ? undefined : { from: start, to: end };

const timesOf = (span: Coverage | undefined) => ({ startTime: span?.from, endTime: span?.to });

async function decoded(ask: ProfileAsk, signal: AbortSignal | undefined): Promise<Profile> {
  const { profile } = await fetchProfile(ask, 'application/json', signal);
  try {
    return decodeProfile(profile);
  } catch (error) {
    throw badAnswer('GetProfile', String(error));
  }
}

function refuseTooLarge({ mostBytes, longestStackBytes }: Written, format: WrittenFormat): void {
  if (mostBytes <= MOST_BYTES && longestStackBytes <= MOST_STACK_BYTES) return;
  const other = format === 'folded' ? 'Take pprof, or ask for' : 'Ask for';
  const size = Math.max(mostBytes, longestStackBytes) / 1024 ** 3;
  throw badInput(
    `This profile would be ${size.toFixed(1)} GiB as ${format}, which is too large. ${other} a shorter time range or a maxDepth.`,
    'format',
  );
}

/** Made as fast as it is read. */
function streamed({ chunks }: Written, format: WrittenFormat): ReadableStream {
  const source = Readable.from(chunks(), { objectMode: false });
  if (format !== 'pprof') return Readable.toWeb(source) as ReadableStream;
  return Readable.toWeb(pipeline(source, createGzip(), () => undefined)) as ReadableStream;
}
