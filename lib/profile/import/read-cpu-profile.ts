import { z } from 'zod';
import { cutAtDepth } from '../tree/cut-at-depth';
import { UndecodableProfile } from '../tree/undecodable';
import { type CpuProfile, cpuProfileTree } from './cpu-profile';
import { NODE_MODULES, pathOf } from './frame-name';
import { type Imported, MOST_DEPTH } from './imported-profile';
import { samplesPerSecond } from './samples-per-second';

const wholeNumber = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Lines and columns count from 0; -1 is none. */
const place = z.number().int().min(-1).max(0x7fffffff);

const cpuProfile = z.object({
  nodes: z
    .array(
      z.object({
        id: wholeNumber,
        callFrame: z.object({
          functionName: z.string(),
          url: z.string(),
          lineNumber: place,
          columnNumber: place,
        }),
        hitCount: wholeNumber.optional(),
        children: z.array(wholeNumber).optional(),
      }),
    )
    .min(1),
  /** Microseconds of a clock of its own. */
  startTime: z.number().optional(),
  endTime: z.number().optional(),
  /** Ids of nodes. */
  samples: z.array(wholeNumber).optional(),
});

/**
 * V8's .cpuprofile (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile), as Node's --cpu-prof
 * and Chrome save it. It doesn't say when it was taken. Throws UndecodableProfile.
 */
export function readCpuProfile(value: unknown): Imported {
  const parsed = cpuProfile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UndecodableProfile(
      `It looks like a V8 CPU profile, but ${issue?.path.join('.')} is not valid: ${issue?.message}.`,
    );
  }
  const { nodes, samples, startTime, endTime } = parsed.data;
  const profile = { nodes: nodes.some(({ hitCount }) => hitCount) ? nodes : countedBy(samples ?? [], nodes) };
  const tree = cpuProfileTree(profile, { folder: folderOf(nodes.map(({ callFrame }) => callFrame.url)) });
  const durationMs = startTime === undefined || endTime === undefined ? 0 : (endTime - startTime) / 1000;
  return {
    format: 'V8 CPU profile',
    tree: cutAtDepth(tree, MOST_DEPTH),
    ...(durationMs > 0 && { durationMs, sampleWeights: samplesPerSecond(tree, durationMs) }),
    notes: [],
  };
}

type Nodes = CpuProfile['nodes'];

/** Some tools leave the counts out, which the list of samples has too. */
function countedBy(samples: readonly number[], nodes: Nodes): Nodes {
  const counts = new Map<number, number>();
  for (const id of samples) counts.set(id, (counts.get(id) ?? 0) + 1);
  return nodes.map((node) => ({ ...node, hitCount: counts.get(node.id) ?? 0 }));
}

/** The deepest folder that all own code lies in, told by its URLs; '' when there is none. */
function folderOf(urls: readonly string[]): string {
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
