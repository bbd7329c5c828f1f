/** A source file: its path, or only its extension where the path follows from the function's name. */
export type SourceFile = string | { extension: string };

/** Where the module or class ends in the name of a function: `a.b.C` in `a.b.C:run`. */
const moduleEnd = (name: string): number =>
  Math.max(0, name.lastIndexOf(':') < 0 ? name.lastIndexOf('.') : name.lastIndexOf(':'));

/** `a.b.C:run` → `a/b/C`: the path that languages with one module or class per file give a function's file. */
const moduleOf = (name: string): string => name.slice(0, moduleEnd(name)).replaceAll('.', '/');

const [DOT, SLASH] = [46, 47];

/** Whether the first `length` characters of a path are those of the module's path, compared without making that. */
function isOfModule(name: string, path: string, length: number): boolean {
  if (moduleEnd(name) !== length) return false;
  for (let i = 0; i < length; i++) {
    const code = name.charCodeAt(i);
    if (path.charCodeAt(i) !== (code === DOT ? SLASH : code)) return false;
  }
  return true;
}

/** The file of a function in as few characters as possible. */
export function sourceFile(name: string, path: string): SourceFile {
  const at = path.lastIndexOf('.');
  return at > 0 && isOfModule(name, path, at) ? { extension: path.slice(at) } : path;
}

/** Inverse of `sourceFile`. */
export const filePath = (name: string, file: SourceFile): string =>
  typeof file === 'string' ? file : moduleOf(name) + file.extension;
