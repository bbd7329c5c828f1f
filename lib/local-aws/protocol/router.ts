import type { Operation } from './operation';
import type { Service } from './service';

/** The destination of a request. Without an operation, `allowed` lists the methods that exist for its path. */
export type Routing<World> = {
  service?: Service<World>;
  operation?: Operation<World>;
  labels: Record<string, string>;
  allowed: string[];
};

const ARN_SERVICE = /^arn:[^:]*:([^:]+):/;

/** Finds the operation of a method and a path. Labels are percent-decoded; one that can't be decoded is no match. */
export function createRouter<World>(
  services: readonly Service<World>[],
): (method: string, path: string) => Routing<World> {
  const routes = services.flatMap((service) =>
    service.operations.map((operation) => ({ service, operation, pattern: operation.path.split('/') })),
  );
  return (method, path) => {
    const segments = path.split('/');
    const owner = serviceInArn(services, segments);
    const matches = routes.flatMap(({ service, operation, pattern }) => {
      if (owner && service !== owner) return [];
      const labels = matchSegments(pattern, segments);
      return labels ? [{ service, operation, labels }] : [];
    });
    const match = matches.find(({ operation }) => operation.method === method);
    if (match) return { ...match, allowed: [] };
    const allowed = new Set<string>(matches.map(({ operation }) => operation.method));
    if (allowed.has('GET')) allowed.add('HEAD');
    return { service: owner ?? matches[0]?.service, labels: {}, allowed: [...allowed].sort() };
  };
}

/** The service that the ARN in a shared path names; undefined for other paths and other ARNs. */
function serviceInArn<World>(
  services: readonly Service<World>[],
  segments: string[],
): Service<World> | undefined {
  return services.find(({ name, arnPaths = [] }) =>
    arnPaths.some((path) => {
      const [arn = ''] = Object.values(matchSegments(path.split('/'), segments) ?? {});
      return ARN_SERVICE.exec(arn)?.[1] === name;
    }),
  );
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
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
