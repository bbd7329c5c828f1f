import type { CSSProperties, ReactNode, RefObject } from 'react';

type ScrollRegionProps = {
  /** Names the region for screen readers. */
  label: string;
  className: string | undefined;
  style?: CSSProperties;
  scrollRef?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** A named part of a page that scrolls by itself, also by keyboard. */
export const ScrollRegion = ({ label, className, style, scrollRef, children }: ScrollRegionProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users scroll it
  <section ref={scrollRef} className={className} style={style} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
