const READ = ['GET', 'HEAD'];
const LINK = /^\/api\/links\/[^/]+$/;
const BUNDLE = /^\/api\/links\/[^/]+\/bundle$/;
const NOTE = /^\/api\/notes\/[^/]+$/;
const TOKEN = /^\/api\/tokens\/[^/]+$/;
const LISTS = ['/api/links', '/api/notes', '/api/tokens'];
const POSTED_OF = /^\/api\/(farms\/[^/]+\/costs|canaries\/[^/]+\/dry-runs)$/;
const POSTED = ['/api/canaries-health', '/api/pushed-files', '/api/opened-bundles', '/api/sign-out'];

/** The methods that a path of the dashboard supports; Next answers OPTIONS under /api/ by itself. */
export function methodsAt(path: string): readonly string[] {
  if (POSTED_OF.test(path) || POSTED.includes(path)) return ['OPTIONS', 'POST'];
  if (LISTS.includes(path) || BUNDLE.test(path)) return [...READ, 'OPTIONS', 'POST'];
  if (NOTE.test(path)) return ['OPTIONS', 'PUT', 'DELETE'];
  if (TOKEN.test(path)) return ['OPTIONS', 'DELETE'];
  if (LINK.test(path)) return [...READ, 'OPTIONS', 'PATCH', 'DELETE'];
  return path.startsWith('/api/') ? [...READ, 'OPTIONS'] : READ;
}
