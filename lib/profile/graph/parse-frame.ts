import { packageOfDotted, shortType } from './frame-names/dotted-name';
import { type Named, plainName, SYNTHETIC } from './frame-names/named';
import { hasFolder, packageOfPath } from './frame-names/package-of-path';
import { placedName } from './frame-names/placed-name';
import { qualifiedName } from './frame-names/qualified-name';
import { separatorsOf } from './frame-names/separators';
import { withoutLine } from './frame-names/without-line';

/** Parts of a frame name, in the form of the AWS agents, `module.path:Class:function`, or in one of another profiler. */
type Frame = Named & {
  /** The dotted or slashed path before the first colon, or the file; '' when there is none. */
  module: string;
};

/** What must not end a module: `node:`, the colons of a URL, of a drive and of a port. */
const PREFIX = /^(?:node:|[a-z][a-z0-9+.-]*:\/\/[^/:]*(?::\d+)?|[A-Za-z]:(?=[\\/])|[\w.-]+:\d+(?=\/))/;
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const REQUEST = /^[A-Z]{3,10} [/*]/;
/** The usual names, which need no further look: one word, or the form of the agents without symbols. */
const WORD = /^(?!_+Z)[A-Za-z_][\w]*$/;
const SIMPLE = /^(?!node:)[A-Za-z][\w.$-]*:(?:[A-Za-z_][\w$.-]*:)?[A-Za-z_<][\w$]*>?$/;
/** async-profiler and flamegraph.pl mark kernel, inlined and compiled frames; perf adds clones and offsets. */
const MARK = /_\[([a-z0-9])\]$|\+0x[0-9a-f]+$| \[clone [^\]]{0,200}\]$| \(inlined\)$/;
const ADDRESS = /^\[?([^[\]]*[^[\]:]):(0x[0-9a-f]+)\]?$/i;
const OFFSET = /^\[?([^[\]]*(?:\.so[.\d]*|\.dll|\.dylib|\.exe))\+(0x[0-9a-f]+)\]?$/i;

/** The same names are drawn again and again, so parsed names are cached. */
const MAX_CACHED = 5000;
const MAX_CACHED_LENGTH = 500;
/** Longer names are read in the form of the agents only. */
const MAX_PARSED_LENGTH = 20_000;
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
  if (WORD.test(name)) return { module: '', ...plainName(name) };
  if (SIMPLE.test(name))
    return agentFrameAt(
      name,
      [...name.matchAll(/:/g)].map(({ index }) => index),
    );
  const text = name.replace(DIRECTIONS, '') || name;
  if (SYNTHETIC.test(text) || REQUEST.test(text)) return { module: '', ...plainName(text) };
  const frame =
    text.length > MAX_PARSED_LENGTH
      ? (agentFrame(text) ?? { module: '', ...plainName(text) })
      : (addressFrame(text) ?? markedFrame(text));
  return frame.label === '' ? { ...frame, label: text } : frame;
}

/** `[libc.so.6:0x2a28f]`: the function is unknown, so that the label is the library and the address. */
function addressFrame(text: string): Frame | undefined {
  const [, module, address = ''] = ADDRESS.exec(text) ?? OFFSET.exec(text) ?? [];
  if (module === undefined) return undefined;
  const file = fileOf(module);
  return { module, package: file, class: '', function: address, label: `${file}:${address}` };
}

function markedFrame(text: string): Frame {
  const mark = MARK.exec(text);
  if (!mark || mark.index === 0) return frameOf(text);
  const frame = frameOf(text.slice(0, mark.index));
  return mark[1] === 'k' ? { ...frame, package: 'kernel' } : frame;
}

function frameOf(text: string): Frame {
  return (
    placedFrame(text) ?? libraryFrame(text) ?? agentFrame(withoutLine(text)) ?? codeFrame(withoutLine(text))
  );
}

/** `handle (app/views.py:48)` of py-spy and the like. */
function placedFrame(text: string): Frame | undefined {
  const placed = placedName(text);
  if (!placed) return undefined;
  const { called, path } = placed;
  if (called === '') return { ...moduleCode(path), module: path };
  const named = qualifiedName(called);
  const isPathBetter = hasFolder(path) || named.package === '';
  return {
    ...named,
    module: path,
    package: path !== '' && isPathBetter ? packageOfPath(path) : named.package,
  };
}

/** The top-level code of a file. */
const moduleCode = (path: string): Named => ({
  package: packageOfPath(path),
  class: '',
  function: '<module>',
  label: `${fileOf(path).split('.')[0]} <module>`.trim(),
});

/** `System.Private.CoreLib!System.Threading.Thread.Run()` of .NET and Windows, `libc.so.6`read` of DTrace. */
function libraryFrame(text: string): Frame | undefined {
  const at = text.search(/[!`]/);
  const library = text.slice(0, at);
  const isLibrary = at > 0 && !library.includes('::') && /[\p{L}_<.?@(~]/u.test(text[at + 1] ?? '');
  if (!isLibrary || /[#\s]/.test(library.slice(-1))) return undefined;
  const called = text.slice(at + 1);
  const named = qualifiedName(text[at] === '!' ? withoutArguments(called) : called);
  return { ...named, module: library, package: named.package || fileOf(library) };
}

function withoutArguments(called: string): string {
  const open = separatorsOf(called).findLast(({ kind }) => kind === '(');
  return open && open.at > 0 && called.endsWith(')') ? called.slice(0, open.at) : called;
}

/** `module.path:Class:function` of the AWS agents. */
function agentFrame(text: string): Frame | undefined {
  const prefix = PREFIX.exec(text)?.[0].length ?? 0;
  const colons = separatorsOf(text, prefix)
    .filter(({ kind }) => kind === ':')
    .map(({ at }) => at);
  return colons.length === 0 ? undefined : agentFrameAt(text, colons);
}

function agentFrameAt(text: string, colons: readonly number[]): Frame {
  const first = colons[0] ?? 0;
  const called = text.slice((colons.at(-1) ?? 0) + 1);
  const module = text.slice(0, first);
  const isProse = module.includes(' ') && !/[\\/<]/.test(module);
  if (isProse || called === '' || /^[\d.\s]/.test(called)) return { module: '', ...plainName(text) };
  const owner = text.slice(first + 1, colons.at(-1)).replaceAll(/(?<!:):(?!:)/g, '.');
  const ownClass = colons.length > 1 ? owner : '';
  return {
    module,
    package:
      /[\\/]/.test(module) || module.startsWith('node:') || SYNTHETIC.test(module)
        ? packageOfPath(module)
        : packageOfDotted(module.replace(/^Elixir\./, '')),
    class: ownClass,
    function: called,
    label: agentLabel(module, ownClass, called),
  };
}

function agentLabel(module: string, owner: string, called: string): string {
  const shortOwner = owner.split(/[.$]/).at(-1) ?? '';
  if (shortOwner) return `${shortOwner}.${called}`;
  const last = fileOf(module);
  // A Java class is the last part of a dotted path; a synthetic function such as <module> means little alone.
  const type = last.slice(last.lastIndexOf('.') + 1);
  if (/^[A-Z][\w$]*$/.test(type)) return `${shortType(type)}.${called}`;
  return SYNTHETIC.test(called) ? `${type} ${called}`.trim() : called;
}

/** A function without a module, or a file alone. */
function codeFrame(text: string): Frame {
  if (!/^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)[^\s]/.test(text))
    return { module: '', ...qualifiedName(text) };
  const file = fileOf(text);
  return { module: text, package: packageOfPath(text), class: '', function: file, label: file };
}

const fileOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
