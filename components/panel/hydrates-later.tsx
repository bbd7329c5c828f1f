import { Activity, type ReactNode } from 'react';

/**
 * A part of a page that the browser hydrates after the parts around it, so that these respond sooner. Using the part, such as by
 * a click, hydrates it at once.
 */
export const HydratesLater = ({ children }: { children: ReactNode }) => <Activity>{children}</Activity>;
