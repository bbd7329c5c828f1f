const REGISTRY: unique symbol = Symbol.for('triptych.process-wide');

type Scope = typeof globalThis & { [REGISTRY]?: Map<string, unknown> };

/**
 * One value a name in the whole process. Next bundles pages and route handlers apart, so that a module's
 * own constants exist twice. A name is always made by the same caller, which is what vouches for its type.
 */
export function processWide<T>(name: string, make: () => T): T {
  const scope: Scope = globalThis;
  scope[REGISTRY] ??= new Map();
  const values = scope[REGISTRY];
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}
