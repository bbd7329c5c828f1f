import { readFile, stat } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CallFrame } from '@/lib/profile/import/frame-name';

const LARGEST_MAP_BYTES = 16 * 1024 * 1024;
const IN_BUILD = /^(.*\/)(\.next\/(?:dev\/)?server\/.*\.js)$/;

/**
 * Where bundled code was written, by the build's source maps. What was found is kept, the maps are not:
 * they are large, and soon every function that runs is known.
 */
export class SourcePlaces {
  readonly #known = new Map<string, CallFrame>();

  /** Looks up the frames that are new. Lets the server breathe between two maps. */
  async learn(frames: Iterable<CallFrame>): Promise<void> {
    const unknown = new Map<string, CallFrame[]>();
    for (const frame of frames) {
      if (!IN_BUILD.test(frame.url) || this.#known.has(keyOf(frame))) continue;
      unknown.set(frame.url, [...(unknown.get(frame.url) ?? []), frame]);
    }
    for (const [url, missing] of unknown) {
      const map = await readMap(url);
      for (const frame of missing) this.#known.set(keyOf(frame), (map && written(frame, map)) ?? frame);
      await setImmediate();
    }
  }

  /** The frame where it was written; the frame itself when that is not known. */
  place(frame: CallFrame): CallFrame {
    return this.#known.get(keyOf(frame)) ?? frame;
  }
}

const keyOf = ({ url, lineNumber, columnNumber }: CallFrame) => `${url}:${lineNumber}:${columnNumber}`;

/** The map beside a chunk, or beside its original: a standalone copy of the build comes without maps. */
async function readMap(url: string): Promise<SourceMap | undefined> {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  for (const file of [`${path}.map`, `${path.replace('/.next/standalone/.next/', '/.next/')}.map`]) {
    const size = await stat(/* turbopackIgnore: true */ file).then(
      (found) => found.size,
      () => undefined,
    );
    if (size === undefined || size > LARGEST_MAP_BYTES) continue;
    try {
      return new SourceMap(
        JSON.parse(await readFile(/* turbopackIgnore: true */ file, 'utf8')) as SourceMapPayload,
      );
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function written(frame: CallFrame, map: SourceMap): CallFrame | undefined {
  const entry = map.findEntry(frame.lineNumber, frame.columnNumber);
  if (!('originalSource' in entry) || !entry.originalSource) return undefined;
  const [, root = '', chunk = ''] = IN_BUILD.exec(frame.url) ?? [];
  const source = entry.originalSource.startsWith('file:')
    ? entry.originalSource
    : inProject(root, posix.join(dirname(chunk), decoded(entry.originalSource)));
  return source ? { ...frame, url: source, lineNumber: entry.originalLine } : undefined;
}

/** Maps name their sources by URL: `%40scope`, `%5Bid%5D`. */
function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

/** A source's place under the project's folder; none for one outside of it. */
const inProject = (root: string, source: string) =>
  source.startsWith('..') || source.startsWith('/') ? undefined : root + source;
