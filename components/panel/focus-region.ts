/**
 * Moves the focus from a button that will go to the dialog or the panel around it, so that a keyboard goes on from there and
 * not from the start of the page.
 */
export function focusRegion(button: HTMLElement): void {
  const region = button.closest<HTMLElement>('[role="dialog"], section');
  if (!region) return;
  if (!region.hasAttribute('tabindex')) region.tabIndex = -1;
  region.focus({ preventScroll: true });
}

/** A click handler for a button that goes: moves the focus, then acts. */
export const focusRegionThen =
  (act: () => void) =>
  (event: { currentTarget: HTMLElement }): void => {
    focusRegion(event.currentTarget);
    act();
  };
