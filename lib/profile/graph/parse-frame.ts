/** Parts of a frame name `module.path:Class:function`, as far as it follows that form. */
type Frame = {
  /** The dotted or slashed path before the first colon; '' when there is none. */
  module: string;
  /** Package of the module: `json`, `com.example.shop`, `express`, `node`; '' for synthetic frames. */
  package: string;
  class: string;
  function: string;
  /** Short enough for a frame: `JSONEncoder.encode`, `parse`. */
  label: string;
};

/** `<Sleep>`, `(idle)`, `<Truncated>`: names that agents write when there is no function. */
const SYNTHETIC = /^(?:<[^>:]*>|\([^):]*\))$/;
/** The module, which `node:`, the colon of a URL or a drive, and `::` don't end, then the rest. */
const MODULE = /^((?:node:|[a-z]+:\/\/[^/:]*(?::\d+)?|[A-Za-z]:(?=[\\/]))?(?:::|[^:])*)(?::(.*))?$/s;
const INSTALLED = /(?:node_modules|site-packages|dist-packages)[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/g;
const BROAD = new Set(['com', 'org', 'net', 'io', 'dev', 'gov', 'edu', 'de', 'uk', 'software']);
const PLATFORM = new Set(['java', 'javax', 'jdk', 'sun', 'kotlin', 'scala']);

/** The same names are drawn again and again, so parsed names are cached. */
const MAX_CACHED = 5000;
const MAX_CACHED_LENGTH = 500;
const cache = new Map<string, Frame>();

export function parseFrame(name: string): Frame {
  if (name.length > MAX_CACHED_LENGTH) return parse(name);
  const cached = cache.get(name);
  if (cached) return cached;
  if (cache.size === MAX_CACHED) cache.clear();
  const frame = parse(name);
  cache.set(name, frame);
  return frame;
}

function parse(name: string): Frame {
  const [, module = '', rest] = SYNTHETIC.test(name) ? [] : (MODULE.exec(name) ?? []);
  if (rest === undefined) return { module: '', package: '', class: '', function: name, label: name };
  const parts = rest.split(/(?<!:):(?!:)/);
  const called = parts.pop() ?? '';
  const owner = parts.join('.');
  return {
    module,
    package: packageOf(module),
    class: owner,
    function: called,
    label: labelOf(module, owner, called) || name,
  };
}

function labelOf(module: string, owner: string, called: string): string {
  const shortOwner = owner.split(/[.$]/).at(-1) ?? '';
  if (shortOwner) return `${shortOwner}.${called}`;
  const last = module.split(/[\\/]/).at(-1) ?? '';
  // A Java class is the last part of a dotted path; a synthetic function such as <module> means little alone.
  const type = /(?:^|\.)([A-Z][\w$]*)$/.exec(last)?.[1]?.split('$').at(-1);
  if (type) return `${type}.${called}`;
  return SYNTHETIC.test(called) ? `${last.split('.').at(-1)} ${called}`.trim() : called;
}

function packageOf(module: string): string {
  const installed = [...module.matchAll(INSTALLED)].at(-1)?.[1];
  if (installed) return installed.replaceAll('\\', '/');
  if (module.startsWith('node:')) return 'node';
  if (SYNTHETIC.test(module)) return module.slice(1, -1).split(' ').at(-1) ?? module;
  if (/[\\/]/.test(module)) {
    const folders = module
      .replace(/^[a-z]+:\/\/[^/]*/, '')
      .split(/[\\/]/)
      .slice(0, -1);
    return (
      folders
        .filter((folder) => !/^(?:|\.{1,2}|[A-Za-z]:)$/.test(folder))
        .slice(-2)
        .join('/') || module
    );
  }
  const parts = module.split('.');
  const first = parts[0] ?? '';
  const kept = BROAD.has(first) ? 3 : PLATFORM.has(first) ? 2 : 1;
  const named = parts.findIndex((part) => /^[A-Z]/.test(part));
  return parts.slice(0, named > 0 ? Math.min(kept, named) : kept).join('.');
}
