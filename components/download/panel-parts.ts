import { createContext, type RefObject, useContext, useEffect, useSyncExternalStore } from 'react';
import type { SavedGraph } from '@/lib/download/saved-graph';

/** What the menu of a panel can save. */
type Content =
  | { kind: 'picture'; label: string; svg(): Promise<string | undefined> }
  | { kind: 'graphs'; label: string; graphs(): Promise<SavedGraph[]> }
  | { kind: 'records'; label: string; records(): Promise<Iterable<string>> };

/** A part of a saved page, and the panel it belongs to. */
export type PanelPart = Content & { panel: Element };

/** Items of menus appear in steps. */
const QUIET_MS = 100;
const MAX_ROUNDS = 20;

const parts = new Set<PanelPart>();
const listeners = new Set<() => void>();
let isCollecting = false;

function setCollecting(next: boolean): void {
  isCollecting = next;
  for (const listener of listeners) listener();
}

/** Calls `use` with what the menus of all panels can save; they are mounted, but not shown, until it ends. */
export async function withPanelParts<T>(use: (parts: readonly PanelPart[]) => Promise<T>): Promise<T> {
  setCollecting(true);
  try {
    let count = -1;
    for (let round = 0; round < MAX_ROUNDS && count !== parts.size; round++) {
      count = parts.size;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
    return await use([...parts]);
  } finally {
    setCollecting(false);
  }
}

/** Whether the items of a menu are asked what they can save. */
export const useCollecting = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isCollecting,
    () => false,
  );

/** An element in the header of the panel whose menu this is. */
export const InPanel = createContext<RefObject<Element | null> | undefined>(undefined);

/** Offers what an item of a panel's menu saves to a page that is saved as a whole. */
export function usePanelPart(content: Content): void {
  const header = useContext(InPanel);
  useEffect(() => {
    const panel = header?.current?.closest('section');
    if (!isCollecting || !panel) return;
    const part = { ...content, panel };
    parts.add(part);
    return () => void parts.delete(part);
  });
}
