import { distinctNames } from '../distinct-names';
import { type JsonObject, JsonShape, lineOf } from '../json-shape';
import type { StackFrame } from '../stack-collector';
import { NANOS_PER_MICROSECOND, nanosecondsOf } from '../time-units';

export const speedscope = new JsonShape('a speedscope file');

/** Quantity of the values of a profile. */
export type Kind = 'count' | 'time' | 'bytes';

/** A profile of a speedscope file; `at` is its place, for refusals. */
export type SpeedscopeProfile = {
  at: string;
  name: string;
  kind: Kind;
  /** Microseconds of the unit of times; 1 for other kinds. */
  micros: number;
  isEvented: boolean;
  value: JsonObject;
};

/** The parts of a speedscope file. */
export type SpeedscopeFile = {
  frames: StackFrame[];
  profiles: SpeedscopeProfile[];
  /** Index of the profile that speedscope shows first. */
  active: number;
  /** Whether the dashboard wrote it, with a profile for each thread state. */
  isOwn: boolean;
};

/** Checks everything but the samples and events. Throws UndecodableProfile. */
export function speedscopeFile(file: JsonObject): SpeedscopeFile {
  const shared = speedscope.object(file.shared, 'shared');
  const frames = speedscope.list(shared.frames, 'shared.frames').map(frameAt);
  const profiles = speedscope.list(file.profiles, 'profiles').map(profileAt);
  if (profiles.length === 0) throw speedscope.wrong('profiles', 'a list with at least one profile');
  const isOwn = file.exporter === 'Triptych' && profiles.every(({ kind }) => kind === 'count');
  const active = Number.isInteger(file.activeProfileIndex) ? Number(file.activeProfileIndex) : 0;
  return {
    frames: isOwn ? frames : distinctNames(frames),
    profiles,
    active: active in profiles ? active : 0,
    isOwn,
  };
}

function frameAt(value: unknown, i: number): StackFrame {
  const frame = speedscope.object(value, `shared.frames[${i}]`);
  const name = speedscope.text(frame.name, `shared.frames[${i}].name`);
  const line = lineOf(frame.line);
  return {
    name,
    ...(typeof frame.file === 'string' && { file: speedscope.text(frame.file, `shared.frames[${i}].file`) }),
    ...(line !== undefined && { line }),
  };
}

function profileAt(given: unknown, i: number): SpeedscopeProfile {
  const at = `profiles[${i}]`;
  const value = speedscope.object(given, at);
  if (value.type !== 'sampled' && value.type !== 'evented') {
    throw speedscope.wrong(`${at}.type`, 'sampled or evented');
  }
  const unit = typeof value.unit === 'string' ? value.unit : '';
  return {
    at,
    name: typeof value.name === 'string' ? value.name : '',
    kind: kindOf(unit, at),
    micros: (nanosecondsOf(unit) ?? NANOS_PER_MICROSECOND) / NANOS_PER_MICROSECOND,
    isEvented: value.type === 'evented',
    value,
  };
}

function kindOf(unit: string, at: string): Kind {
  if (unit === 'none') return 'count';
  if (unit === 'bytes') return 'bytes';
  if (nanosecondsOf(unit) !== undefined) return 'time';
  throw speedscope.wrong(`${at}.unit`, 'none, bytes, nanoseconds, microseconds, milliseconds or seconds');
}
