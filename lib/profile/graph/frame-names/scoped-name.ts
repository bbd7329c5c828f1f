import { phpNamespace, shortened } from './brackets';
import type { Named } from './named';
import type { Separator } from './separators';

const RUST_HASH = /^h[0-9a-f]{16}$/;
const TYPE_IN_BRACKETS = /^[<&*]*(?:impl |dyn |mut )*[&*]*([\w$]+)/;

/** Names with `::`: C++, Rust, PHP, Ruby, Perl. Return types, arguments and hashes are left out. */
export function scopedName(text: string, separators: readonly Separator[]): Named | undefined {
  const operator = operatorAt(text);
  const end = argumentsAt(text, separators, operator);
  const start = nameStart(separators, Math.min(end, operator));
  const name = text.slice(start, end);
  const cuts = separators
    .filter(({ kind, at }) => kind === '::' && at >= start && at < Math.min(end, operator))
    .map(({ at }) => at - start);
  const parts = [0, ...cuts.map((at) => at + 2)].map((from, i) => name.slice(from, cuts[i] ?? name.length));
  if (parts.length > 2 && RUST_HASH.test(parts.at(-1) ?? '')) parts.pop();
  const called = parts.pop()?.trim() ?? '';
  if (called === '') return undefined;
  const owner = parts.at(-1) ?? '';
  return {
    package: parts.length === 0 ? '' : packageOf(parts),
    class: parts.join('::'),
    function: called,
    label: owner === '' ? shortened(called) : `${shortened(owner)}::${shortened(called)}`,
  };
}

/** Index of the last word operator, the end of the text when there is none. */
function operatorAt(text: string): number {
  const at = text.lastIndexOf('operator');
  const isWord = at >= 0 && !/[\w$]/.test(text[at - 1] ?? '') && !/[\w$]/.test(text[at + 8] ?? '');
  return isWord ? at : text.length;
}

/** Where the arguments begin: the last parentheses, unless a scope follows them as in `(anonymous namespace)::f`. */
function argumentsAt(text: string, separators: readonly Separator[], operator: number): number {
  const open = separators.findLast(({ kind }) => kind === '(')?.at ?? text.length;
  const isScope = separators.some(({ kind, at }) => kind === '::' && at > open);
  return isScope && open < operator ? text.length : open;
}

/** After the return type: the last space before the name. */
const nameStart = (separators: readonly Separator[], end: number) =>
  (separators.findLast(({ kind, at }) => kind === ' ' && at < end)?.at ?? -1) + 1;

function packageOf(parts: readonly string[]): string {
  const first = parts[0] || parts[1] || '';
  if (first.startsWith('(') || first.startsWith('{')) return parts[1] ?? '';
  if (first.includes('\\')) return phpNamespace(first);
  if (first.startsWith('<')) return TYPE_IN_BRACKETS.exec(first)?.[1] ?? '';
  return first.split(/[<(]/)[0] ?? first;
}
