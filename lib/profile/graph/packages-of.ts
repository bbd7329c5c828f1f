import { type IndexColumn, indexColumn } from '../tree/columns';
import { packageOfDotted } from './frame-names/dotted-name';
import { parseFrame } from './parse-frame';

/** The packages of all functions in a string table; '' is that of functions without one. */
export type Packages = {
  packages: readonly string[];
  /** Index of a name → index in `packages`. */
  of: IndexColumn;
};

/** The most frequent form, `module.path:Class:function` without other symbols: its package is that of the module. */
const OF_MODULE = /^((?!Elixir\.)[A-Za-z][\w$-]*(?:\.[\w$-]+)+):(?:[A-Za-z_][\w$.-]*:)?[A-Za-z_<][\w$]*>?$/;

const cache = new WeakMap<readonly string[], Packages>();

/** Cached per string table, because parsing 20,000 names takes longer than a view of a million frames. A table may have grown since. */
export function packagesOf(names: readonly string[]): Packages {
  const cached = cache.get(names);
  if (cached?.of.length === names.length) return cached;
  const indexes = new Map<string, number>();
  const byModule = new Map<string, number>();
  const indexOf = (text: string) => {
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    return index;
  };
  const ofModule = (module: string) => {
    const index = byModule.get(module) ?? indexOf(packageOfDotted(module));
    byModule.set(module, index);
    return index;
  };
  const of = indexColumn(names.length, names.length);
  names.forEach((name, i) => {
    const module = OF_MODULE.exec(name)?.[1];
    of[i] = module === undefined ? indexOf(parseFrame(name).package) : ofModule(module);
  });
  const found = { packages: [...indexes.keys()], of };
  cache.set(names, found);
  return found;
}

/**
 * Sets the packages of a string table as the server sends them, which spares the browser from parsing all names. `of` is index of a
 * name → number of its package, counted from 0 in order of appearance. Only the first name of each package is parsed.
 */
export function setPackages(names: readonly string[], of: IndexColumn): void {
  const packages: string[] = [];
  of.forEach((index, name) => {
    if (index === packages.length) packages.push(parseFrame(names[name] ?? '').package);
  });
  cache.set(names, { packages, of });
}
