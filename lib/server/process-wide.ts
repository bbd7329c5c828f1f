const REGISTRY: unique symbol = Symbol.for('triptych.process-wide');

type Scope = typeof globalThis & { [REGISTRY]?: Map<string, unknown> };

/**
 * One value per name in the whole process. Next bundles pages and route handlers separately, so a module's own
 * constants exist twice. Each name has one caller, which guarantees the value's type.
 */
export function processWide<T>(name: string, make: () => T): T {
  const scope: Scope = globalThis;
  scope[REGISTRY] ??= new Map();
  const values = scope[REGISTRY];
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}
