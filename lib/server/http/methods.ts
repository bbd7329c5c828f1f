const READ = ['GET', 'HEAD'];
const START_STATISTICS = /^\/api\/farms\/[^/]+\/statistics$/;

/** The methods that a path of the dashboard supports; Next answers OPTIONS under /api/ by itself. */
export function methodsAt(path: string): readonly string[] {
  if (START_STATISTICS.test(path)) return ['OPTIONS', 'POST'];
  return path.startsWith('/api/') ? [...READ, 'OPTIONS'] : READ;
}
