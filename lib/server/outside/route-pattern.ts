import { readFileSync } from 'node:fs';
import { z } from 'zod';

const routes = z.array(z.object({ page: z.string(), regex: z.string() }));
const manifestSchema = z.object({ staticRoutes: routes, dynamicRoutes: routes });

/** Returns the pattern of a path, such as `/farms/[farmId]`, of which there are only as many as routes. */
export type PatternOf = (path: string) => string;

const BUILD_FILES = '/_next';
const OTHER = 'other';

/** Reads the patterns of all routes from the manifest of the build. Without one, as in development, every path is `other`. */
export function readPatterns(manifestFile: string): PatternOf {
  const { staticRoutes, dynamicRoutes } = readManifest(manifestFile);
  const exact = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (path) => {
    if (path.startsWith(`${BUILD_FILES}/`)) return BUILD_FILES;
    if (exact.has(path)) return path;
    return patterns.find(({ regex }) => regex.test(path))?.page ?? OTHER;
  };
}

function readManifest(file: string): z.output<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
