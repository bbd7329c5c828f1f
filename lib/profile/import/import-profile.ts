import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { decodeProfile, isGzip } from '../codec/decode';
import { isBinaryIon } from '../codec/ion-writer';
import { cutAtDepth } from '../tree/cut-at-depth';
import { UndecodableProfile } from '../tree/undecodable';
import { type ImportChoice, type Imported, MOST_DEPTH } from './imported-profile';
import { readCpuProfile } from './read-cpu-profile';
import { readFolded } from './read-folded';
import { readPprof } from './read-pprof';

/** [?] Of a file, unzipped. */
export const MOST_FILE_BYTES = 256 * 1024 * 1024;

/** Text has none of these, a pprof profile is full of them. */
const FIRST_PRINTABLE = 0x20;
const WHITE = new Set(['\t', '\n', '\r', '\f'].map((character) => character.charCodeAt(0)));
const LOOKED_AT = 4096;

/**
 * Reads a profile that another tool saved, told by its content and not by its name: a V8 .cpuprofile, pprof, folded stacks,
 * or a profile as CodeGuru Profiler answers it in JSON or Ion; each of them plain or gzipped. Throws UndecodableProfile with
 * a sentence on the file.
 */
export function importProfile(file: Uint8Array, choice: ImportChoice = {}): Imported {
  const bytes = isGzip(file) ? unzipped(file) : file;
  if (bytes.length === 0) throw new UndecodableProfile('It is empty.');
  if (isBinaryIon(bytes)) return readCodeGuru(bytes, choice);
  if (!isText(bytes)) return readPprof(bytes, choice);
  return firstPrintable(bytes) === '{' ? readJson(bytes, choice) : readFolded(bytes, choice);
}

function readJson(bytes: Uint8Array, choice: ImportChoice): Imported {
  const value = parsed(bytes);
  if (value === undefined) return readFoldedOr(bytes, choice);
  if (has(value, 'nodes')) {
    refuseState(choice);
    return readCpuProfile(value);
  }
  if (has(value, 'callgraph') || has(value, 'children')) return readCodeGuru(bytes, choice);
  throw new UndecodableProfile(
    'It is JSON, but neither a V8 CPU profile nor a profile of CodeGuru Profiler. What can be pushed: .cpuprofile, pprof, folded stacks.',
  );
}

function readCodeGuru(bytes: Uint8Array, choice: ImportChoice): Imported {
  refuseState(choice);
  const { tree, start, end, sampleWeights } = decodeProfile(bytes);
  return {
    format: 'profile of CodeGuru Profiler',
    tree: cutAtDepth(tree, MOST_DEPTH),
    ...(start !== undefined && { start }),
    ...(start !== undefined && end !== undefined && end > start && { durationMs: end - start }),
    sampleWeights,
    notes: [],
  };
}

function refuseState({ state }: ImportChoice): void {
  if (state !== undefined) {
    throw new UndecodableProfile('It says its thread states itself: leave --state out.');
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The first frame of PHP's stacks is called `{main}`. */
function readFoldedOr(bytes: Uint8Array, choice: ImportChoice): Imported {
  try {
    return readFolded(bytes, choice);
  } catch {
    throw new UndecodableProfile('It begins like JSON, but is not.');
  }
}

const has = (value: unknown, member: string) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, member);

function isText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, LOOKED_AT);
  return beginning.every((byte) => byte >= FIRST_PRINTABLE || WHITE.has(byte)) && isUtf8(bytes);
}

const firstPrintable = (bytes: Uint8Array) =>
  String.fromCharCode(bytes.find((byte) => byte > FIRST_PRINTABLE && byte < 0x80) ?? 0);

function unzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_FILE_BYTES });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UndecodableProfile(
      isLarge
        ? `It is larger than ${MOST_FILE_BYTES / 1024 ** 2} MiB once unzipped.`
        : 'It is not whole: its gzip can’t be read.',
    );
  }
}
