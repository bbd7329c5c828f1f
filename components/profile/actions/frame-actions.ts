import { copyText } from '@/components/toast/copy-text';
import { showToast } from '@/components/toast/toasts';
import { stackText } from '@/lib/profile/graph/stack-text';
import { MAX_SEARCH_LENGTH } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { chainOf } from '@/lib/profile/tree/frame-chain';
import { functionKey, nodeOfPathKey, pathKeyOf } from '@/lib/profile/tree/path-key';
import { MAX_HIDDEN } from '@/lib/profile/view/choice';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { sourceLink } from '../settings/source-link';

/** Actions on a frame of a graph. */
export type FrameActions = {
  zoom(node: number): void;
  inspect(name: string): void;
  hide(name: string): void;
  /** Draws every frame again and zooms into the first one of a folded chain. */
  unfold(node: number): void;
  /** Draws the function without callees; their samples count as its self samples. */
  collapse(name: string): void;
  find(name: string): void;
  copyName(name: string): void;
  copyStack(node: number): void;
  sourceOf(node: number): string | undefined;
};

type FrameActionsOptions = {
  tree: CallTree;
  /** Children are callers. */
  isInverted: boolean;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  zoom(node: number): void;
  /** Template of source links; '' is none. */
  template: string;
};

export function frameActions({
  tree,
  isInverted,
  settings,
  onChange,
  zoom,
  template,
}: FrameActionsOptions): FrameActions {
  return {
    zoom,
    inspect: (name) => void onChange(inspectedChange(name)),
    unfold: (node) => void onChange({ chains: null, focus: keyOfFirst(tree, node) }),
    hide: (name) => void onChange(hiddenChange(settings, name)),
    collapse: (name) => void onChange(collapsedChange(settings, name, isInverted ? undefined : tree)),
    find: (name) => void onChange({ search: name.slice(0, MAX_SEARCH_LENGTH) }),
    copyName: (name) => {
      const chain = chainOf(name);
      void copy(chain?.join('\n') ?? name, chain ? 'Names copied' : 'Name copied');
    },
    copyStack: (node) => void copy(stackText(tree, node, isInverted), 'Stack copied'),
    sourceOf: (node) => {
      const file = tree.files[tree.file[node] ?? -1];
      return file && sourceLink(template, file, tree.lineFrom[node] ?? 0);
    },
  };
}

/** A folded chain is no function, so it has fewer actions. */
const CHAIN_KEYS = ['c', 's'];

/** Runs the action of a key on a frame; false for keys without one. */
export function actOnKey(key: string, node: number, name: string, actions: FrameActions): boolean {
  if (node === 0 || (chainOf(name) && !CHAIN_KEYS.includes(key))) return false;
  switch (key) {
    case 'i':
      actions.inspect(name);
      return true;
    case 'h':
      actions.hide(name);
      return true;
    case 'o':
      actions.collapse(name);
      return true;
    case 'f':
      actions.find(name);
      return true;
    case 'c':
      actions.copyName(name);
      return true;
    case 's':
      actions.copyStack(node);
      return true;
    default:
      return false;
  }
}

export const inspectedChange = (name: string): Partial<ProfileSettings> => ({
  view: 'inspect',
  inspected: functionKey(name),
  focus: '',
});

/** Hides one more function. The focus is reset, because its path may change. */
function hiddenChange({ hidden }: ProfileSettings, name: string): Partial<ProfileSettings> {
  const key = functionKey(name);
  if (hidden.includes(key) || hidden.length >= MAX_HIDDEN) return {};
  return { hidden: [...hidden, key], focus: '' };
}

/** Collapses one more function. A focus below it is reset, and so is one in an inverted tree, passed as undefined. */
export function collapsedChange(
  { collapsed, focus }: Pick<ProfileSettings, 'collapsed' | 'focus'>,
  name: string,
  tree: CallTree | undefined,
): Partial<ProfileSettings> {
  const key = functionKey(name);
  if (collapsed.includes(key) || collapsed.length >= MAX_HIDDEN) return {};
  const keepsFocus = tree !== undefined && !isBelow(tree, focus, name);
  return { collapsed: [...collapsed, key], ...(!keepsFocus && { focus: '' }) };
}

function isBelow(tree: CallTree, focus: string, name: string): boolean {
  let node = nodeOfPathKey(tree, focus) ?? 0;
  while (node > 0) {
    node = tree.parent[node] ?? 0;
    if (node > 0 && tree.names[tree.name[node] ?? 0] === name) return true;
  }
  return false;
}

async function copy(text: string, title: string): Promise<void> {
  if (await copyText(text, { title, message: text.slice(0, 200) })) return;
  await showToast({
    title: 'The browser can’t copy',
    message: 'Copying needs HTTPS or a page on this machine.',
  });
}

/** The key of the first frame of a folded chain. */
function keyOfFirst(tree: CallTree, node: number): string {
  const path: string[] = [];
  const nameAt = (at: number) => tree.names[tree.name[at] ?? 0] ?? '';
  for (let at = tree.parent[node] ?? 0; at > 0; at = tree.parent[at] ?? 0) path.unshift(nameAt(at));
  const name = nameAt(node);
  return pathKeyOf([...path, chainOf(name)?.[0] ?? name]);
}
