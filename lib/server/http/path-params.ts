/** The parameters in a path that fits a pattern such as `/api/farms/[farmId]`; undefined for another path. */
export function pathParams(pattern: string, path: string): Record<string, string> | undefined {
  const parts = pattern.split('/');
  const values = path.split('/');
  if (!isDecodable(path)) return undefined;
  if (parts.length !== values.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = values[index] ?? '';
    const name = /^\[(\w+)\]$/.exec(part)?.[1];
    if (name !== undefined && value !== '') params[name] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}

/** Whether all percent signs of a path are followed by the bytes of characters. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
