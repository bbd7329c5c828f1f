import type { ModuleName } from './agent-name';
import { plainName } from './named';

/** A folded chain: `17 java.util frames`, or `17 frames` of more than one package or of none. */
export function chainFrame(names: readonly string[], packageOf: (name: string) => string): ModuleName {
  const [only = '', ...others] = new Set(names.map(packageOf));
  const name = others.length > 0 ? '' : only;
  const label = [names.length, name, 'frames'].filter((part) => part !== '').join(' ');
  return { module: '', ...plainName(label), package: name };
}
