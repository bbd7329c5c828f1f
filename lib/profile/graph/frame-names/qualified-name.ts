import { phpNamespace } from './brackets';
import { demangled } from './demangled';
import { dottedName, packageOfDotted } from './dotted-name';
import { type Named, plainName, SYNTHETIC } from './named';
import { scopedName } from './scoped-name';
import { type Separator, separatorsOf } from './separators';

const OBJECTIVE_C = /^[-+]\[([^\s(\]]*)/;
const JAVA_LAMBDA_ADDRESS = /\/(?:0x)?[0-9a-f]+(?=\.|$)/;
const PHP_FUNCTION = /^\\?(?:\w+\\)+\w+$/;
/** Elixir and Erlang: `MyApp.Repo.all/2`. */
const ARITY = /\/\d{1,3}$/;
const PERF_MAP_JAVA = /^L([^;:]+);::/;

/** Parses the name of a function that has no module in front and no place behind it. */
export function qualifiedName(text: string): Named {
  if (SYNTHETIC.test(text)) return plainName(text);
  const objectiveC = OBJECTIVE_C.exec(text)?.[1];
  if (objectiveC) return { ...plainName(text), class: objectiveC };
  const within = text.lastIndexOf(' in ');
  if (within > 0) {
    const named = qualifiedName(text.slice(within + 4));
    return { ...named, function: text, label: text.slice(0, within + 4) + named.label };
  }
  const name = demangled(text.includes('$$Lambda') ? text.replace(JAVA_LAMBDA_ADDRESS, '') : text).replace(
    PERF_MAP_JAVA,
    '$1.',
  );
  const separators = separatorsOf(name);
  const has = (kind: Separator['kind']) => separators.some((separator) => separator.kind === kind);
  if (has('#')) return methodName(name, separators, '#');
  if (has('->')) return methodName(name, separators, '->');
  if (has('::')) return scopedName(name, separators) ?? plainName(text);
  if (has(' ')) return plainName(text);
  if (PHP_FUNCTION.test(name))
    return { ...plainName(text), package: phpNamespace(name), label: lastPart(name) };
  const arity = ARITY.exec(name)?.[0] ?? '';
  const called = name.slice(0, name.length - arity.length);
  const named = dottedName(
    called,
    separators.filter(({ at }) => at < called.length),
  );
  return { ...named, function: named.function + arity, label: named.label + arity };
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('\\') + 1);

/** `Foo::Bar#baz` of Ruby and `App\Foo->bar` of PHP. */
function methodName(text: string, separators: readonly Separator[], kind: '#' | '->'): Named {
  const at = separators.findLast((separator) => separator.kind === kind)?.at ?? 0;
  const owner = text.slice(0, at);
  const called = text.slice(at + kind.length);
  const short = lastPart(owner.split('::').at(-1) ?? owner);
  return { package: packageOfType(owner), class: owner, function: called, label: `${short}${kind}${called}` };
}

function packageOfType(type: string): string {
  if (type.includes('\\')) return phpNamespace(type);
  if (type.includes('::')) return type.split('::')[0] ?? '';
  return type.includes('.') ? packageOfDotted(type) : '';
}
