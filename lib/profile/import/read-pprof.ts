import { UndecodableProfile } from '../tree/undecodable';
import { depthNotes } from './depth-notes';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import { PprofFile } from './pprof-file';
import { type ImportedValue, importedValues, NANOSECONDS } from './pprof-states';
import type { ProtoReader } from './proto-reader';
import { StackCollector, type StackFrame } from './stack-collector';

/** Fields of the message Sample. */
const LOCATION_ID = 1;
const VALUE = 2;

const NANOS_PER_MS = 1e6;
const NANOS_PER_SECOND = 1e9;

/**
 * An uncompressed pprof profile (https://github.com/google/pprof/blob/main/proto/profile.proto), as written by Go and by profilers
 * for many other languages. Throws UndecodableProfile.
 */
export function readPprof(bytes: Uint8Array, choice: ImportOptions): ImportedProfile {
  const file = new PprofFile(bytes);
  const periodNanos = file.period * (NANOSECONDS.get(file.periodType.unit) ?? 0);
  const imported = importedValues(file.types, { ...choice, ...(periodNanos > 0 && { periodNanos }) });
  const stacks = new StackCollector();
  for (const sample of file.samples) {
    const { frames, values } = readSample(sample, file);
    stacks.stack(frames);
    for (const value of imported) count(value, values, stacks);
  }
  return {
    format: 'pprof profile',
    tree: stacks.finish(),
    ...(file.timeNanos > 0 && { start: Math.round(file.timeNanos / NANOS_PER_MS) }),
    ...(file.durationNanos > 0 && { durationMs: file.durationNanos / NANOS_PER_MS }),
    ...(periodNanos > 0 && { sampleWeights: perSecond(imported, NANOS_PER_SECOND / periodNanos) }),
    notes: depthNotes(stacks),
  };
}

/** Frames start at the root. */
function readSample(sample: ProtoReader, file: PprofFile): { frames: StackFrame[]; values: number[] } {
  const ids: number[] = [];
  const values: number[] = [];
  for (let field = sample.next(); field !== 0; field = sample.next()) {
    if (field === LOCATION_ID) sample.appendNumbers(ids);
    else if (field === VALUE) sample.appendNumbers(values);
  }
  const frames: StackFrame[] = [];
  for (let i = ids.length - 1; i >= 0; i--) {
    for (const frame of file.frames(ids[i] ?? 0)) frames.push(frame);
  }
  return { frames, values };
}

function count(
  { index, state, perSample }: ImportedValue,
  values: readonly number[],
  stacks: StackCollector,
): void {
  const value = values[index] ?? 0;
  if (value < 0)
    throw new UndecodableProfile('Some of its samples are negative: it is a difference of two profiles.');
  if (value > 0) stacks.count(state, value / perSample);
}

const perSecond = (imported: readonly ImportedValue[], samples: number) =>
  Object.fromEntries(imported.map(({ state }) => [state, samples]));
