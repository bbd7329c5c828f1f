/** Where a function's source is: a name for its module, and its file. */
export type Source = { module: string; file: string };

/** Schemes of which nothing but the path matters. */
const BUNDLED = /^(?:webpack|webpack-internal|turbopack|app|ng|rsc):$/;
const SCHEME = /^([a-z][a-z0-9+.-]*:)\/\/\/?([^?#]*)/i;
const MAX_SHOWN_TYPE = 60;

/**
 * Names the source of a URL other than file: by site and path, so that files with the same name stay apart. Query and fragment,
 * which change with every release, are left out. Undefined for a path.
 */
export function urlSource(url: string): Source | undefined {
  if (url.startsWith('data:')) return dataSource(url);
  const inner = url.startsWith('blob:') ? url.slice('blob:'.length) : url;
  const [, scheme = '', address] = SCHEME.exec(inner) ?? [];
  if (address === undefined || scheme === 'file:') return undefined;
  const path = address
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .filter((part) => !BUNDLED.test(scheme) || !/^\(.*\)$/.test(part));
  const isSite = /^https?:$/i.test(scheme) || BUNDLED.test(scheme);
  const parts = [
    inner === url ? [] : ['blob'],
    isSite || path[0] === scheme.slice(0, -1) ? [] : [scheme.slice(0, -1)],
    path,
  ].flat();
  const file = parts.join('/');
  return { module: withoutExtension(file) || scheme.slice(0, -1), file };
}

/** A path without the extension of JavaScript or TypeScript. */
export const withoutExtension = (path: string) => path.replace(/\.[cm]?[jt]sx?$/, '');

/** The content of a data URL is code, so its hash names it. */
function dataSource(url: string): Source {
  let hash = 0;
  for (let i = 0; i < url.length; i++) hash = (Math.imul(hash, 31) + url.charCodeAt(i)) | 0;
  const type = url.slice(0, MAX_SHOWN_TYPE).split(',', 1)[0]?.split(';', 1)[0] ?? '';
  return { module: `data-${(hash >>> 0).toString(16).padStart(8, '0')}`, file: type };
}
