import type { Operation } from './operation';

export type Match = { operation: Operation; labels: Record<string, string> };

/** Finds the operation of a method and a path. Labels are percent-decoded; a label that can't be is no match. */
export function createRouter(
  operations: readonly Operation[],
): (method: string, path: string) => Match | undefined {
  const routes = operations.map((operation) => ({ operation, segments: operation.path.split('/') }));
  return (method, path) => {
    const segments = path.split('/');
    for (const route of routes) {
      if (route.operation.method !== method || route.segments.length !== segments.length) continue;
      const labels = matchSegments(route.segments, segments);
      if (labels) return { operation: route.operation, labels };
    }
    return undefined;
  };
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i] ?? '';
    if (part.startsWith('{')) {
      const value = decode(segment);
      if (!value) return undefined;
      labels[part.slice(1, -1)] = value;
    } else if (part !== segment) return undefined;
  }
  return labels;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
