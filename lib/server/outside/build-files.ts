import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { eachServer } from './each-server';

const PREFIX = '/_next/static/';

const TYPES: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
};

/** The build writes them beside the files. The best comes first. */
const ENCODINGS = { br: '.br', gzip: '.gz' } as const;

type Encoding = keyof typeof ENCODINGS;
type BuildFile = { type: string; bodies: Partial<Record<Encoding, Buffer>> };

/** The compressed files of the build by their paths. */
export type BuildFiles = ReadonlyMap<string, BuildFile>;

/** Reads the scripts and styles that the build compressed. A folder without any, as that of a development server, has none. */
export async function readBuildFiles(folder: string): Promise<BuildFiles> {
  const files = new Map<string, BuildFile>();
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const [encoding, extension] of Object.entries(ENCODINGS)) {
    for (const name of names.filter((each) => each.endsWith(extension))) {
      const original = name.slice(0, -extension.length);
      const type = TYPES[extname(original)];
      if (type === undefined) continue;
      const path = PREFIX + original.split(sep).join('/');
      const file = files.get(path) ?? { type, bodies: {} };
      file.bodies[encoding as Encoding] = await readFile(join(folder, name));
      files.set(path, file);
    }
  }
  return files;
}

/**
 * Answers requests for the files of the build from memory, once they are read. Next reads and compresses each of them for each request,
 * which takes longer than all else that a page needs of the server.
 */
export function serveBuildFiles(folder: string): void {
  let files: BuildFiles = new Map();
  readBuildFiles(folder).then(
    (read) => {
      files = read;
    },
    (error: Error) => console.error('The files of the build are not served from memory:', error.message),
  );
  eachServer((server) => {
    const others = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (answerFile(files, request, response)) return;
      for (const other of others) other.call(server, request, response);
    });
  });
}

/** Sends a file that the client takes compressed, and returns whether it did. All else is left to Next. */
function answerFile(files: BuildFiles, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'GET' || headers.range !== undefined || !url.startsWith(PREFIX)) return false;
  const file = files.get(url.split('?', 1)[0] ?? '');
  const encoding = file && encodingFor(headers['accept-encoding'], file);
  const body = encoding && file.bodies[encoding];
  if (!body) return false;
  response.writeHead(200, {
    'content-type': file.type,
    'content-encoding': encoding,
    'content-length': body.length,
    vary: 'Accept-Encoding',
    // Its name changes with its contents.
    'cache-control': 'public, max-age=31536000, immutable',
  });
  response.end(body);
  return true;
}

/** No browser weighs encodings, so what does is left to Next. */
function encodingFor(accepted: string | string[] | undefined, { bodies }: BuildFile): Encoding | undefined {
  const names = String(accepted ?? '').split(/\s*,\s*/);
  return (Object.keys(ENCODINGS) as Encoding[]).find((each) => bodies[each] && names.includes(each));
}
