import { fileURLToPath } from 'node:url';
import { type Source, urlSource, withoutExtension } from './url-source';

/** A function in V8's profile; lines and columns count from 0. */
export type CallFrame = { functionName: string; url: string; lineNumber: number; columnNumber: number };

type Frame = { name: string; file?: string; line?: number };

/** Folder of the project's own code, '' when there is none in common, and the name to give to its bundled chunks. */
export type Project = { folder: string; name?: string };

/** A Map, because functions may be called `toString` or `constructor`. */
const SPECIAL = new Map([
  ['(idle)', '<Idle>'],
  ['(garbage collector)', '<GC>'],
  ['(program)', '<Program>'],
]);

const METHOD = /^(?:static )?([A-Z][\w$]*)\.([\w$#]+)$/;
export const NODE_MODULES = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/;
const BUILD = /\/\.next\/(?:dev\/)?server\/(.*)$/;

/**
 * Names a V8 frame as the profiling agents do, `module.path:Class:function`: the project's code by its path, packages by name,
 * Node's own modules as `node:fs`, pages by site and path. Paths above the project's folder are never disclosed.
 */
export function frameOf(
  { functionName, url, lineNumber }: Omit<CallFrame, 'columnNumber'>,
  project: Project,
): Frame {
  const special = SPECIAL.get(functionName);
  if (special) return { name: special };
  if (functionName.startsWith('RegExp:')) return { name: '<RegExp>' };
  if (url === '') return { name: `<native>:${functionName || '<anonymous>'}` };
  const { module, file } = sourceOf(url, project);
  const [, className, method] = METHOD.exec(functionName) ?? [];
  const functionPart = className ? `${className}:${method}` : functionName || anonymous(lineNumber);
  return { name: `${module}:${functionPart}`, file, line: lineNumber + 1 };
}

/** V8 gives no name to the top-level code of a file, which starts on its first line. */
const anonymous = (lineNumber: number) => (lineNumber === 0 ? '<module>' : '<anonymous>');

function sourceOf(url: string, project: Project): Source {
  if (url.startsWith('node:')) {
    const [, path = ''] = /^node:(.*)$/.exec(url) ?? [];
    return { module: `node:${path.replaceAll('/', '.')}`, file: url };
  }
  const site = urlSource(url);
  const path = site?.file ?? pathOf(url);
  const [, packageName, inside = ''] = NODE_MODULES.exec(path) ?? [];
  if (packageName) {
    return {
      module: [packageName, ...segments(inside)].join('.'),
      file: `node_modules/${packageName}/${inside}`,
    };
  }
  const [, chunk] = BUILD.exec(path) ?? [];
  if (chunk)
    return { module: [project.name ?? [], segments(withoutHash(chunk))].flat().join('.'), file: chunk };
  if (site) return site;
  if (project.folder === '') return { module: segments(path).join('.') || '<unknown>', file: path };
  const folder = `${project.folder.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  const file = path.startsWith(folder) ? path.slice(folder.length) : (path.split('/').at(-1) ?? '');
  return { module: segments(file).join('.') || '<unknown>', file };
}

/** Path of a file URL with forward slashes; URLs with another scheme stay as they are. */
export function pathOf(url: string): string {
  return (url.startsWith('file:') ? filePath(url) : url).replaceAll('\\', '/');
}

function filePath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

const segments = (path: string) =>
  withoutExtension(path)
    .replace(/^[A-Za-z]:\//, '')
    .split('/')
    .filter((segment) => segment !== '');

/** Removes the hash from a chunk's name, so that a function keeps its name across builds. */
const withoutHash = (chunk: string) =>
  chunk
    .replace(/\._\.js$/, '.js')
    .replace(/_+[0-9a-z_~-]{13}\.js$/, '.js')
    .replace(/[[\]]/g, '');
