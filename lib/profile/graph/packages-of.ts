import { type IndexColumn, indexColumn } from '../tree/columns';
import { parseFrame } from './parse-frame';

/** The packages of all functions in a string table; '' is that of functions without one. */
export type Packages = {
  packages: readonly string[];
  /** Index of a name → index in `packages`. */
  of: IndexColumn;
};

/** `module.path:Class:function` without other symbols, whose package only depends on the module. */
const OF_MODULE = /^([A-Za-z][\w$-]*(?:\.[\w$-]+)+):(?:[A-Za-z_][\w$.-]*:)?[A-Za-z_<][\w$]*>?$/;

const cache = new WeakMap<readonly string[], Packages>();

/** Cached per string table, because parsing 20,000 names takes longer than a view of a million frames. A table may have grown since. */
export function packagesOf(names: readonly string[]): Packages {
  const cached = cache.get(names);
  if (cached?.of.length === names.length) return cached;
  const indexes = new Map<string, number>();
  const byModule = new Map<string, number>();
  const indexOf = (name: string) => {
    const text = parseFrame(name).package;
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    return index;
  };
  const of = indexColumn(names.length, names.length);
  names.forEach((name, i) => {
    const module = OF_MODULE.exec(name)?.[1];
    const index = (module === undefined ? undefined : byModule.get(module)) ?? indexOf(name);
    if (module !== undefined) byModule.set(module, index);
    of[i] = index;
  });
  const found = { packages: [...indexes.keys()], of };
  cache.set(names, found);
  return found;
}
