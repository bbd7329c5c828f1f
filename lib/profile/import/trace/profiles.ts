import { isObject, type JsonObject, JsonShape } from '../json-shape';

export const trace = new JsonShape('a Chrome trace');

/** Events of a trace: a list, or an object with one. */
export function traceEvents(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value))
    return value.some((each) => isObject(each) && typeof each.ph === 'string') ? value : undefined;
  return isObject(value) && Array.isArray(value.traceEvents) ? value.traceEvents : undefined;
}

/** A CPU profile of one thread in a trace: nodes that name their caller (`parent`) or callees (`children`), and samples by node id. */
export type TraceProfile = {
  at: string;
  nodes: JsonObject[];
  samples: unknown[];
  /** Microseconds of the trace's clock, where known. */
  startTime: number | undefined;
  endTime: number | undefined;
  /** Sum of the times between samples, microseconds. */
  sampledMicros: number;
};

/** Length of a profile in microseconds, 0 when unknown. */
export const lengthOf = ({ startTime, endTime, sampledMicros }: TraceProfile): number =>
  startTime === undefined || endTime === undefined ? sampledMicros : Math.max(0, endTime - startTime);

/** Number of samples, once the hit counts of its nodes were checked. */
export const sampleCount = ({ nodes, samples }: TraceProfile): number =>
  samples.length || nodes.reduce((sum, { hitCount }) => sum + Number(hitCount ?? 0), 0);

/**
 * The CPU profiles in the events of a trace. Chrome writes a `Profile` event for each thread, then its nodes and samples in chunks;
 * older versions and other tools write one `CpuProfile` event with everything.
 */
export function traceProfiles(events: readonly unknown[]): TraceProfile[] {
  const profiles = new Map<string, TraceProfile>();
  for (const [i, event] of events.entries()) {
    if (!isObject(event)) continue;
    const { name, args, pid, id } = event;
    const data = isObject(args) && isObject(args.data) ? args.data : undefined;
    if (!data) continue;
    const at = `traceEvents[${i}]`;
    if (name === 'CpuProfile') addChunk(profileOf(profiles, at, at), data, at);
    else if (name === 'Profile' || name === 'ProfileChunk') {
      const profile = profileOf(profiles, JSON.stringify([pid, id]), at);
      if (name === 'Profile') profile.startTime ??= microseconds(data.startTime);
      else addChunk(profile, data, at);
    }
  }
  return [...profiles.values()].filter(({ nodes }) => nodes.length > 0);
}

function profileOf(profiles: Map<string, TraceProfile>, key: string, at: string): TraceProfile {
  const known = profiles.get(key);
  if (known) return known;
  const times = { startTime: undefined, endTime: undefined, sampledMicros: 0 };
  const profile: TraceProfile = { at, nodes: [], samples: [], ...times };
  profiles.set(key, profile);
  return profile;
}

function addChunk(profile: TraceProfile, data: JsonObject, at: string): void {
  const chunk = isObject(data.cpuProfile) ? data.cpuProfile : {};
  const where = `${at}.args.data.cpuProfile`;
  for (const [i, node] of optionalList(chunk.nodes, `${where}.nodes`).entries()) {
    profile.nodes.push(trace.object(node, `${where}.nodes[${i}]`));
  }
  for (const sample of optionalList(chunk.samples, `${where}.samples`)) profile.samples.push(sample);
  profile.startTime = microseconds(chunk.startTime) ?? profile.startTime;
  profile.endTime = microseconds(data.endTime) ?? microseconds(chunk.endTime) ?? profile.endTime;
  const deltas = optionalList(data.timeDeltas ?? chunk.timeDeltas, `${at}.args.data.timeDeltas`);
  for (const delta of deltas) profile.sampledMicros += microseconds(delta) ?? 0;
}

const optionalList = (value: unknown, where: string) => (value === undefined ? [] : trace.list(value, where));

const microseconds = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
