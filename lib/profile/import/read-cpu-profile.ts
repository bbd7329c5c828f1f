import { cutWithNote } from './depth-notes';
import type { ImportedProfile } from './imported-profile';
import { samplesPerSecond } from './posts/samples-per-second';
import { MICROS_PER_MS } from './time-units';
import { withAnonymousPlaces } from './v8/anonymous-functions';
import { cpuProfileTree, notATree } from './v8/cpu-profile';
import { withRootFirst } from './v8/cpu-profile-root';
import { type CpuProfileFile, parseCpuProfile } from './v8/cpu-profile-shape';
import { NODE_MODULES, pathOf } from './v8/frame-name';

/**
 * V8's .cpuprofile (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile), saved by Node's --cpu-prof
 * and Chrome. It lacks the time of the recording. Throws UndecodableProfile.
 */
export function readCpuProfile(value: unknown): ImportedProfile {
  const { nodes, samples, startTime, endTime } = parseCpuProfile(value);
  const counted = nodes.some(({ hitCount }) => hitCount) ? nodes : withHitCounts(nodes, samples ?? []);
  const folder = commonFolder(nodes.map(({ callFrame }) => callFrame.url));
  const tree = cpuProfileTree({ nodes: withRootFirst(withAnonymousPlaces(counted)) }, { folder });
  const durationMs = startTime == null || endTime == null ? 0 : (endTime - startTime) / MICROS_PER_MS;
  return {
    format: 'V8 CPU profile',
    ...(durationMs > 0 && { durationMs, sampleWeights: samplesPerSecond(tree, durationMs) }),
    ...cutWithNote(tree),
  };
}

type Nodes = CpuProfileFile['nodes'];

/** Counts the samples, because some tools omit the hit counts. */
function withHitCounts(nodes: Nodes, samples: readonly number[]): Nodes {
  const counts = new Map(nodes.map(({ id }) => [id, 0]));
  for (const id of samples) {
    const count = counts.get(id);
    if (count === undefined) throw notATree('that a sample names is missing or exists twice');
    counts.set(id, count + 1);
  }
  return nodes.map((node) => ({ ...node, hitCount: counts.get(node.id) ?? 0 }));
}

const ABSOLUTE = /^(?:\/|[A-Za-z]:\/)/;

/** Deepest folder that contains all of the project's own code; '' when there is none. */
function commonFolder(urls: readonly string[]): string {
  let common: string[] | undefined;
  for (const url of new Set(urls)) {
    const path = pathOf(url);
    if (!ABSOLUTE.test(path) || NODE_MODULES.test(path)) continue;
    const folders = path.split('/').slice(0, -1);
    const shared = common?.findIndex((folder, i) => folder !== folders[i]) ?? -1;
    common = common === undefined ? folders : shared < 0 ? common : common.slice(0, shared);
  }
  return common?.join('/') ?? '';
}
