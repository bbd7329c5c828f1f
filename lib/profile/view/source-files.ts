/** A source file: its path, or only its extension where the path follows from the function's name. */
export type SourceFile = string | { extension: string };

/** `a.b.C:run` → `a/b/C`: the path that languages with one module or class per file give a function's file. */
function moduleOf(name: string): string {
  const end = name.lastIndexOf(':') < 0 ? name.lastIndexOf('.') : name.lastIndexOf(':');
  return name.slice(0, Math.max(0, end)).replaceAll('.', '/');
}

/** The file of a function in as few characters as possible. */
export function sourceFile(name: string, path: string): SourceFile {
  const at = path.lastIndexOf('.');
  if (at <= 0) return path;
  const extension = path.slice(at);
  return path === moduleOf(name) + extension ? { extension } : path;
}

/** Inverse of `sourceFile`. */
export const filePath = (name: string, file: SourceFile): string =>
  typeof file === 'string' ? file : moduleOf(name) + file.extension;
