import { chainOf } from '../tree/frame-chain';
import { frameText } from '../tree/frame-text';
import { agentName, type ModuleName, usualName } from './frame-names/agent-name';
import { chainFrame } from './frame-names/chain-frame';
import { type Named, plainName, SYNTHETIC } from './frame-names/named';
import { fileOf, hasFolder, packageOfPath } from './frame-names/package-of-path';
import { placedName } from './frame-names/placed-name';
import { qualifiedName } from './frame-names/qualified-name';
import { separatorsOf } from './frame-names/separators';
import { withoutLine } from './frame-names/without-line';

const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const REQUEST = /^[A-Z]{3,10} [/*]/;
/** async-profiler and flamegraph.pl mark kernel, inlined and compiled frames; perf adds clones and offsets. */
const MARK = /_\[([a-z0-9])\]$|\+0x[0-9a-f]+$| \[clone [^\]]{0,200}\]$| \(inlined\)$/;
const ADDRESS = /^\[?([^[\]]*[^[\]:]):(0x[0-9a-f]+)\]?$/i;
const OFFSET = /^\[?([^[\]]*(?:\.so[.\d]*|\.dll|\.dylib|\.exe))\+(0x[0-9a-f]+)\]?$/i;

/** The same names are drawn again and again, so parsed names are cached. */
const MAX_CACHED = 5000;
const MAX_CACHED_LENGTH = 500;
/** Longer names are read in the form of the agents only. */
const MAX_PARSED_LENGTH = 20_000;
const cache = new Map<string, ModuleName>();

/** Parses a frame name in the form of the AWS agents, `module.path:Class:function`, or of another profiler. */
export function parseFrame(name: string): ModuleName {
  if (name.length > MAX_CACHED_LENGTH) return parse(name);
  const cached = cache.get(name);
  if (cached) return cached;
  if (cache.size === MAX_CACHED) cache.clear();
  const frame = parse(name);
  cache.set(name, frame);
  return frame;
}

function parse(name: string): ModuleName {
  const chain = chainOf(name);
  if (chain) return chainFrame(chain, (each) => parseFrame(each).package);
  const usual = usualName(name);
  if (usual) return usual;
  const text = frameText(name.replace(DIRECTIONS, '') || name);
  if (SYNTHETIC.test(text) || REQUEST.test(text)) return { module: '', ...plainName(text) };
  const frame =
    text.length > MAX_PARSED_LENGTH
      ? (agentName(text) ?? { module: '', ...plainName(text) })
      : (addressFrame(text) ?? markedFrame(text));
  return frame.label.trim() === '' ? { ...frame, label: text } : frame;
}

/** `[libc.so.6:0x2a28f]`: the function is unknown, so that the label is the library and the address. */
function addressFrame(text: string): ModuleName | undefined {
  const [, module, address = ''] = ADDRESS.exec(text) ?? OFFSET.exec(text) ?? [];
  if (module === undefined) return undefined;
  const file = fileOf(module);
  return { module, package: file, class: '', function: address, label: `${file}:${address}` };
}

function markedFrame(text: string): ModuleName {
  const mark = MARK.exec(text);
  if (!mark || mark.index === 0) return frameOf(text);
  const frame = frameOf(text.slice(0, mark.index));
  return mark[1] === 'k' ? { ...frame, package: 'kernel' } : frame;
}

function frameOf(text: string): ModuleName {
  return (
    placedFrame(text) ?? libraryFrame(text) ?? agentName(withoutLine(text)) ?? codeFrame(withoutLine(text))
  );
}

/** `handle (app/views.py:48)` of py-spy and the like. */
function placedFrame(text: string): ModuleName | undefined {
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
function libraryFrame(text: string): ModuleName | undefined {
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

/** A function without a module, or a file alone. */
function codeFrame(text: string): ModuleName {
  if (!/^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)[^\s]/.test(text))
    return { module: '', ...qualifiedName(text) };
  const file = fileOf(text);
  return { module: text, package: packageOfPath(text), class: '', function: file, label: file };
}
