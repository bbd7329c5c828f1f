import { z } from 'zod';
import { cutAtDepth } from '../tree/cut-at-depth';
import { UndecodableProfile } from '../tree/undecodable';
import { type CpuProfile, cpuProfileTree } from './cpu-profile';
import { NODE_MODULES, pathOf } from './frame-name';
import { type ImportedProfile, MAX_DEPTH } from './imported-profile';
import { samplesPerSecond } from './samples-per-second';

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Line or column, from 0; -1 when unknown. */
const position = z.number().int().min(-1).max(0x7fffffff);

const cpuProfile = z.object({
  nodes: z
    .array(
      z.object({
        id: count,
        callFrame: z.object({
          functionName: z.string(),
          url: z.string(),
          lineNumber: position,
          columnNumber: position,
        }),
        hitCount: count.optional(),
        children: z.array(count).optional(),
      }),
    )
    .min(1),
  /** Microseconds of a monotonic clock. */
  startTime: z.number().optional(),
  endTime: z.number().optional(),
  /** Node ids. */
  samples: z.array(count).optional(),
});

/**
 * V8's .cpuprofile (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile), saved by Node's --cpu-prof
 * and Chrome. It lacks the time of the recording. Throws UndecodableProfile.
 */
export function readCpuProfile(value: unknown): ImportedProfile {
  const parsed = cpuProfile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UndecodableProfile(
      `It looks like a V8 CPU profile, but ${issue?.path.join('.')} is not valid: ${issue?.message}.`,
    );
  }
  const { nodes, samples, startTime, endTime } = parsed.data;
  const profile = {
    nodes: nodes.some(({ hitCount }) => hitCount) ? nodes : withHitCounts(nodes, samples ?? []),
  };
  const tree = cpuProfileTree(profile, { folder: commonFolder(nodes.map(({ callFrame }) => callFrame.url)) });
  const durationMs = startTime === undefined || endTime === undefined ? 0 : (endTime - startTime) / 1000;
  return {
    format: 'V8 CPU profile',
    tree: cutAtDepth(tree, MAX_DEPTH),
    ...(durationMs > 0 && { durationMs, sampleWeights: samplesPerSecond(tree, durationMs) }),
    notes: [],
  };
}

type Nodes = CpuProfile['nodes'];

/** Counts the samples, because some tools omit the hit counts. */
function withHitCounts(nodes: Nodes, samples: readonly number[]): Nodes {
  const counts = new Map<number, number>();
  for (const id of samples) counts.set(id, (counts.get(id) ?? 0) + 1);
  return nodes.map((node) => ({ ...node, hitCount: counts.get(node.id) ?? 0 }));
}

/** Deepest folder that contains all of the project's own code; '' when there is none. */
function commonFolder(urls: readonly string[]): string {
  let common: string[] | undefined;
  for (const url of new Set(urls)) {
    const path = pathOf(url);
    if (!path.includes('/') || url.startsWith('node:') || NODE_MODULES.test(path)) continue;
    const folders = path.split('/').slice(0, -1);
    const shared = common?.findIndex((folder, i) => folder !== folders[i]) ?? -1;
    common = common === undefined ? folders : shared < 0 ? common : common.slice(0, shared);
  }
  return common?.join('/') ?? '';
}
