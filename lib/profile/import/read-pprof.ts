import { depthNotes } from './depth-notes';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import { PprofFile } from './pprof/file';
import { ProtoReader } from './pprof/proto-reader';
import { choiceNotes, type ImportedValue, importedValues, isOwnExport } from './pprof/states';
import { isDifference } from './refusals';
import { StackCollector, type StackFrame } from './stack-collector';
import { NANOS_PER_MS, nanosecondsOf } from './time-units';

/** Fields of the message Sample. */
const LOCATION_ID = 1;
const VALUE = 2;

/**
 * An uncompressed pprof profile (https://github.com/google/pprof/blob/main/proto/profile.proto), as written by Go and by profilers
 * for many other languages. Throws UndecodableProfile.
 */
export function readPprof(bytes: Uint8Array, choice: ImportOptions): ImportedProfile {
  const file = new PprofFile(bytes);
  const periodNanos = file.period * (nanosecondsOf(file.periodType.unit) ?? 0);
  const { types, defaultType } = file;
  const sampleTypes = { types, defaultType, sums: sumsOf(file), periodNanos: periodNanos || undefined };
  const imported = importedValues(sampleTypes, choice);
  if (!isOwnExport(sampleTypes)) file.separateFiles();
  const stacks = new StackCollector();
  for (const sample of file.samples) {
    const { frames, values } = readSample(sample, file);
    stacks.stack(frames);
    for (const value of imported) count(value, values, stacks);
  }
  const { notes, ...more } = choice.sampleType ? { notes: [] } : choiceNotes(sampleTypes, imported);
  return {
    format: 'pprof profile',
    tree: stacks.finish(),
    ...(file.timeNanos > 0 && { start: Math.round(file.timeNanos / NANOS_PER_MS) }),
    ...(file.durationNanos > 0 && { durationMs: file.durationNanos / NANOS_PER_MS }),
    ...weightsOf(imported),
    notes: [...depthNotes(stacks.cutStacks), ...notes],
    ...more,
  };
}

/** Size of each sample type over all stacks, to find the empty ones. */
function sumsOf({ types, samples }: PprofFile): number[] {
  const sums = types.map(() => 0);
  for (const { bytes, at, end } of samples) {
    const sample = new ProtoReader(bytes, at, end);
    const values: number[] = [];
    for (let field = sample.next(); field !== 0; field = sample.next()) {
      if (field === VALUE) sample.appendNumbers(values);
    }
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + Math.abs(values[i] ?? 0);
  }
  return sums;
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
  if (value < 0) throw isDifference('samples');
  if (value > 0) stacks.count(state, value / perSample);
}

function weightsOf(imported: readonly ImportedValue[]): Pick<ImportedProfile, 'sampleWeights'> {
  const weights = imported.flatMap(({ state, perSecond }) => (perSecond ? [[state, perSecond]] : []));
  return weights.length > 0 ? { sampleWeights: Object.fromEntries(weights) } : {};
}
