import { fileURLToPath } from 'node:url';

/** Where V8 saw a function; lines and columns count from 0. */
export type CallFrame = { functionName: string; url: string; lineNumber: number; columnNumber: number };

type Frame = { name: string; file?: string; line?: number };

/** Where own code lies, and what its chunks are called when a bundler made them. */
export type Project = { folder: string; name?: string };

/** A map, since functions are called `toString` and `constructor` too. */
const SPECIAL = new Map([
  ['(idle)', '<Idle>'],
  ['(garbage collector)', '<GC>'],
  ['(program)', '<Program>'],
]);

const METHOD = /^(?:static )?([A-Z][\w$]*)\.([\w$#]+)$/;
export const NODE_MODULES = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/;
const BUILD = /\/\.next\/(?:dev\/)?server\/(.*)$/;

/**
 * A V8 frame as the profiling agents name theirs, `module.path:Class:function`: own code by its path in the
 * project, packages by their name, Node's own as `node:fs`. Nothing above the project's folder is told.
 */
export function frameOf(
  { functionName, url, lineNumber }: Omit<CallFrame, 'columnNumber'>,
  project: Project,
): Frame {
  const special = SPECIAL.get(functionName);
  if (special) return { name: special };
  if (functionName.startsWith('RegExp:')) return { name: '<RegExp>' };
  if (url === '') return { name: `<native>:${functionName || '<anonymous>'}` };
  const { module, file } = placeOf(url, project);
  const [, className, method] = METHOD.exec(functionName) ?? [];
  const called = className ? `${className}:${method}` : functionName || anonymous(lineNumber);
  return { name: `${module}:${called}`, file, line: lineNumber + 1 };
}

/** V8 has no name for a file's outermost code, which begins on its first line. */
const anonymous = (lineNumber: number) => (lineNumber === 0 ? '<module>' : '<anonymous>');

function placeOf(url: string, project: Project): { module: string; file: string } {
  if (url.startsWith('node:')) {
    const [, path = ''] = /^node:(.*)$/.exec(url) ?? [];
    return { module: `node:${path.replaceAll('/', '.')}`, file: url };
  }
  const path = pathOf(url);
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
  const folder = `${project.folder.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  const file = path.startsWith(folder) ? path.slice(folder.length) : (path.split('/').at(-1) ?? '');
  return { module: segments(file).join('.') || '<unknown>', file };
}

/** A URL's path with slashes; another scheme's stays whole. */
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
  path
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split('/')
    .filter((segment) => segment !== '');

/** A chunk's name without its hash, so that a function keeps its name from build to build. */
const withoutHash = (chunk: string) =>
  chunk
    .replace(/\._\.js$/, '.js')
    .replace(/_+[0-9a-z_~-]{13}\.js$/, '.js')
    .replace(/[[\]]/g, '');
