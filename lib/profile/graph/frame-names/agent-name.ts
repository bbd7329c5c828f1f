import { packageOfDotted, shortType } from './dotted-name';
import { type Named, plainName, SYNTHETIC } from './named';
import { fileOf, packageOfPath } from './package-of-path';
import { separatorsOf } from './separators';

export type ModuleName = Named & {
  /** The dotted or slashed path before the first colon, or the file; '' when there is none. */
  module: string;
};

/** Beginnings with a colon that doesn't end a module: `node:`, the colons of a URL, of a drive and of a port. */
const PREFIX = /^(?:node:|[a-z][a-z0-9+.-]*:\/\/[^/:]*(?::\d+)?|[A-Za-z]:(?=[\\/])|[\w.-]+:\d+(?=\/))/;
/** The usual names, which need no further parsing: one word, or the form of the agents without symbols. */
const WORD = /^(?!_+Z)[A-Za-z_][\w]*$/;
const SIMPLE = /^(?!node:)[A-Za-z][\w.$-]*:(?:[A-Za-z_][\w$.-]*:)?[A-Za-z_<][\w$]*>?$/;

/** Parses the most frequent names without looking at their characters one by one; undefined for all others. */
export function usualName(name: string): ModuleName | undefined {
  if (WORD.test(name)) return { module: '', ...plainName(name) };
  if (!SIMPLE.test(name)) return undefined;
  return agentNameAt(
    name,
    [...name.matchAll(/:/g)].map(({ index }) => index),
  );
}

/** `module.path:Class:function` of the AWS agents. */
export function agentName(text: string): ModuleName | undefined {
  const prefix = PREFIX.exec(text)?.[0].length ?? 0;
  const colons = separatorsOf(text, prefix)
    .filter(({ kind }) => kind === ':')
    .map(({ at }) => at);
  return colons.length === 0 ? undefined : agentNameAt(text, colons);
}

function agentNameAt(text: string, colons: readonly number[]): ModuleName {
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
