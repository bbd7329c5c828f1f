import { pathOf, resolved, type SourceFile } from './imports';
import { isTest } from './refused-imports';
import { SERVER_ONLY } from './rooms';

/** For each package that only servers may load, the shortest chain of value imports by which a browser loads it. */
export function serverOnlyImports(files: readonly SourceFile[]): string[] {
  const sources = new Map(files.map((source) => [source.file, source]));
  const importers = new Map<string, string | undefined>();
  for (const source of files) if (isLoadedByBrowsers(source)) importers.set(source.file, undefined);
  // The loop also visits what it adds: breadth first.
  for (const [file] of importers) {
    for (const specifier of sources.get(file)?.values ?? []) {
      const path = pathOf(specifier, file);
      const imported = path === undefined ? specifier : resolved(path);
      if (imported !== undefined && !importers.has(imported)) importers.set(imported, file);
    }
  }
  return SERVER_ONLY.filter((name) => importers.has(name)).map((name) => {
    const chain = [name];
    for (let file = importers.get(name); file !== undefined; file = importers.get(file)) chain.unshift(file);
    return chain.join(' → ');
  });
}

const isLoadedByBrowsers = ({ file, isClient }: SourceFile) =>
  !isTest(file) && (/^(components|lib\/queries)\//.test(file) || (isClient && file.startsWith('app/')));
