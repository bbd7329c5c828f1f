import { pathOf, resolved, type SourceFile } from './imports';

/** Groups of files that import each other, directly or in a circle, types included; each group is sorted. */
export function circles(files: readonly SourceFile[]): string[][] {
  const imports = files.map(({ file, specifiers }): [string, string[]] => {
    const paths = specifiers.map((specifier) => pathOf(specifier, file));
    return [file, paths.flatMap((path) => (path !== undefined && resolved(path)) || [])];
  });
  return stronglyConnected(new Map(imports)).filter((group) => group.length > 1);
}

/** Tarjan's algorithm: https://doi.org/10.1137/0201010. */
export function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const groups: string[][] = [];
  const stack: string[] = [];
  const index = new Map<string, number>();
  /** Visits a node and returns the smallest index on the stack that it reaches. */
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    stack.push(node);
    let lowest = own;
    for (const next of edges.get(node) ?? []) {
      const known = index.get(next);
      if (known === undefined) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, known);
    }
    if (lowest === own) groups.push(stack.splice(stack.indexOf(node)).sort());
    return lowest;
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return groups;
}
