'use client';

import type { ReactNode } from 'react';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { Point } from '../graph/picture';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useSourceTemplate } from '../settings/use-source-template';
import { actOnKey, frameActions } from './frame-actions';
import { FrameMenu } from './frame-menu';

type FrameMenus = {
  /** The menu of a node, open at a point of the window. */
  menuOf(node: number, at: Point, onClose: () => void): ReactNode;
  /** Handles a key pressed on a node; false for keys without a meaning. */
  onKey(key: string, node: number): boolean;
};

type UseFrameMenusOptions = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

/** Returns a function that makes the menus and keys for the frames of one tree. */
export function useFrameMenus({ group, settings, onChange }: UseFrameMenusOptions) {
  const [template] = useSourceTemplate(group);
  return (tree: CallTree, isInverted: boolean, zoom: (node: number) => void): FrameMenus => {
    const nameOf = (node: number) => tree.names[tree.name[node] ?? 0] ?? '';
    const actions = frameActions({ tree, isInverted, settings, onChange, zoom, template });
    return {
      menuOf: (node, at, onClose) => <FrameMenu name={nameOf(node)} {...{ node, at, actions, onClose }} />,
      onKey: (key, node) => actOnKey(key, node, nameOf(node), actions),
    };
  };
}
