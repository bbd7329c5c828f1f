import { readFile, stat } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CallFrame } from '@/lib/profile/import/v8/frame-name';

const MAX_MAP_BYTES = 16 * 1024 * 1024;
const IN_BUILD = /^(.*\/)(\.next\/(?:dev\/)?server\/.*\.js)$/;

/**
 * Finds the source of bundled code with the build's source maps. It caches places, not maps: those are large,
 * and soon the place of every running function is known.
 */
export class SourcePlaces {
  readonly #known = new Map<string, CallFrame>();

  /** Looks up the places of new frames, and yields to the event loop between two maps. */
  async lookUp(frames: Iterable<CallFrame>): Promise<void> {
    const unknown = new Map<string, CallFrame[]>();
    for (const frame of frames) {
      if (!IN_BUILD.test(frame.url) || this.#known.has(keyOf(frame))) continue;
      unknown.set(frame.url, [...(unknown.get(frame.url) ?? []), frame]);
    }
    for (const [url, missing] of unknown) {
      const map = await readMap(url);
      for (const frame of missing) this.#known.set(keyOf(frame), (map && placeIn(map, frame)) ?? frame);
      await setImmediate();
    }
  }

  /** The frame at its place in the source, or unchanged if that is unknown. */
  place(frame: CallFrame): CallFrame {
    return this.#known.get(keyOf(frame)) ?? frame;
  }
}

const keyOf = ({ url, lineNumber, columnNumber }: CallFrame) => `${url}:${lineNumber}:${columnNumber}`;

/** The map next to a chunk, or next to its original, because a standalone copy of the build has no maps. */
async function readMap(url: string): Promise<SourceMap | undefined> {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  for (const file of [`${path}.map`, `${path.replace('/.next/standalone/.next/', '/.next/')}.map`]) {
    const size = await stat(/* turbopackIgnore: true */ file).then(
      (found) => found.size,
      () => undefined,
    );
    if (size === undefined || size > MAX_MAP_BYTES) continue;
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

function placeIn(map: SourceMap, frame: CallFrame): CallFrame | undefined {
  const entry = map.findEntry(frame.lineNumber, frame.columnNumber);
  if (!('originalSource' in entry) || !entry.originalSource) return undefined;
  const [, root = '', chunk = ''] = IN_BUILD.exec(frame.url) ?? [];
  const source = entry.originalSource.startsWith('file:')
    ? entry.originalSource
    : inProject(root, posix.join(dirname(chunk), decoded(entry.originalSource)));
  return source ? { ...frame, url: source, lineNumber: entry.originalLine } : undefined;
}

/** Source maps name their sources in URL encoding: `%40scope`, `%5Bid%5D`. */
function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

/** The path of a source in the project's folder; undefined for one outside of it. */
const inProject = (root: string, source: string) =>
  source.startsWith('..') || source.startsWith('/') ? undefined : root + source;
