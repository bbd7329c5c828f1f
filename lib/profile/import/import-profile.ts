import { decodeProfile, isGzip } from '../codec/decode';
import { isBinaryIon } from '../codec/ion-writer';
import type { Profile } from '../tree/call-tree';
import { UndecodableProfile } from '../tree/undecodable';
import { rejectState } from './chosen-state';
import { cutWithNote } from './depth-notes';
import { foreignFormat } from './foreign-formats';
import { parseJson, readForeignJson } from './foreign-json';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import { isAustin, readAustin } from './read-austin';
import { readCpuProfile } from './read-cpu-profile';
import { readFolded } from './read-folded';
import { readPprof } from './read-pprof';
import { firstPrintable, textContent } from './text-content';
import { unzip } from './unzip';
import { withoutHead } from './v8/legacy-cpu-profile';

/**
 * Reads a profile that another tool saved, plain or gzipped, and recognizes its format by the content: V8
 * .cpuprofile, Chrome trace, speedscope, Firefox, pprof, folded stacks, austin, or a CodeGuru Profiler profile in JSON or Ion. Throws
 * UndecodableProfile with a sentence about the file.
 */
export function importProfile(file: Uint8Array, choice: ImportOptions = {}): ImportedProfile {
  const bytes = isGzip(file) ? unzip(file) : file;
  if (bytes.length === 0) throw new UndecodableProfile('It is empty. Save or record the profile again.');
  if (isBinaryIon(bytes)) return readCodeGuru(bytes, choice);
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw new UndecodableProfile(foreign);
  const text = textContent(bytes);
  if (!text) return readPprof(bytes, choice);
  const { utf8, notes } = text;
  const imported = readText(utf8, choice);
  return { ...imported, notes: [...notes, ...imported.notes] };
}

function readText(utf8: Uint8Array, choice: ImportOptions): ImportedProfile {
  if (isAustin(utf8)) return readAustin(utf8, choice);
  return '{['.includes(firstPrintable(utf8)) ? readJson(utf8, choice) : readFolded(utf8, choice);
}

function readJson(bytes: Uint8Array, choice: ImportOptions): ImportedProfile {
  const value = parseJson(bytes);
  if (value === undefined) return readFoldedOr(bytes, choice);
  const foreign = readForeignJson(value, choice);
  if (foreign) return foreign;
  if (hasMember(value, 'nodes')) {
    rejectState(choice);
    return readCpuProfile(value);
  }
  if (hasMember(value, 'head')) {
    rejectState(choice);
    return readCpuProfile(withoutHead(value));
  }
  if (hasMember(value, 'callgraph') || hasMember(value, 'children')) return readCodeGuru(bytes, choice);
  throw new UndecodableProfile(
    'It is JSON, but neither a V8 CPU profile, a Chrome trace, a speedscope or Firefox profile, nor a CodeGuru Profiler profile. Save it as one of these, as pprof or as folded stacks.',
  );
}

function readCodeGuru(bytes: Uint8Array, choice: ImportOptions): ImportedProfile {
  rejectState(choice);
  const { tree, start, end, sampleWeights } = decoded(bytes);
  return {
    format: 'CodeGuru Profiler profile',
    ...(start !== undefined && { start }),
    ...(start !== undefined && end !== undefined && end > start && { durationMs: end - start }),
    sampleWeights,
    ...cutWithNote(tree),
  };
}

function decoded(bytes: Uint8Array): Profile {
  try {
    return decodeProfile(bytes);
  } catch (error) {
    if (!(error instanceof UndecodableProfile)) throw error;
    throw new UndecodableProfile(
      `It looks like a CodeGuru Profiler profile. ${error.message} Download it again.`,
    );
  }
}

/** Folded stacks of PHP start with the frame `{main}`. */
function readFoldedOr(bytes: Uint8Array, choice: ImportOptions): ImportedProfile {
  try {
    return readFolded(bytes, choice);
  } catch {
    throw new UndecodableProfile(
      'It starts like JSON but is not valid JSON. It may be incomplete: save it again.',
    );
  }
}

const hasMember = (value: unknown, member: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, member);
