/** What a frame's name says: `module.path:Class:function`, as far as it keeps to that. */
type Frame = {
  /** The dotted or slashed path before the first colon; '' when there is none. */
  module: string;
  /** What the module belongs to: `json`, `com.example.shop`, `express`, `node`; '' for made-up frames. */
  package: string;
  class: string;
  function: string;
  /** Short enough for a frame: `JSONEncoder.encode`, `parse`. */
  label: string;
};

/** `<Sleep>`, `(idle)`, `<Truncated>`: what agents write in place of a function. */
const MADE_UP = /^(?:<[^>:]*>|\([^):]*\))$/;
/** A module, in which `node:`, a URL's or a drive's colon and `::` don't end it, then the rest. */
const MODULE = /^((?:node:|[a-z]+:\/\/[^/:]*(?::\d+)?|[A-Za-z]:(?=[\\/]))?(?:::|[^:])*)(?::(.*))?$/s;
const INSTALLED = /(?:node_modules|site-packages|dist-packages)[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/g;
const BROAD = new Set(['com', 'org', 'net', 'io', 'dev', 'gov', 'edu', 'de', 'uk', 'software']);
const PLATFORM = new Set(['java', 'javax', 'jdk', 'sun', 'kotlin', 'scala']);

/** Frames of the same names are drawn again and again; what is kept is bounded. */
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 500;
const known = new Map<string, Frame>();

export function parseFrame(name: string): Frame {
  if (name.length > LONGEST_KNOWN) return parse(name);
  const before = known.get(name);
  if (before) return before;
  if (known.size === MOST_KNOWN) known.clear();
  const frame = parse(name);
  known.set(name, frame);
  return frame;
}

function parse(name: string): Frame {
  const [, before = '', after] = MADE_UP.test(name) ? [] : (MODULE.exec(name) ?? []);
  if (after === undefined) return { module: '', package: '', class: '', function: name, label: name };
  const parts = after.split(/(?<!:):(?!:)/);
  const called = parts.pop() ?? '';
  const owner = parts.join('.');
  return {
    module: before,
    package: packageOf(before),
    class: owner,
    function: called,
    label: labelOf(before, owner, called) || name,
  };
}

function labelOf(module: string, owner: string, called: string): string {
  const shortOwner = owner.split(/[.$]/).at(-1) ?? '';
  if (shortOwner) return `${shortOwner}.${called}`;
  const last = module.split(/[\\/]/).at(-1) ?? '';
  // A Java class is the last part of a dotted path; a made-up function such as <module> says little alone.
  const type = /(?:^|\.)([A-Z][\w$]*)$/.exec(last)?.[1]?.split('$').at(-1);
  if (type) return `${type}.${called}`;
  return MADE_UP.test(called) ? `${last.split('.').at(-1)} ${called}`.trim() : called;
}

function packageOf(module: string): string {
  const installed = [...module.matchAll(INSTALLED)].at(-1)?.[1];
  if (installed) return installed.replaceAll('\\', '/');
  if (module.startsWith('node:')) return 'node';
  if (MADE_UP.test(module)) return module.slice(1, -1).split(' ').at(-1) ?? module;
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
