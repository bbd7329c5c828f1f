import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether this renders the HTML of a page, on the server or while the browser takes it over: sizes aren't known then. */
export const useIsHydrating = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
