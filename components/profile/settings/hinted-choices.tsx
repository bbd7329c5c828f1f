'use client';

import { Tooltip } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

type HintedChoicesProps = {
  /** Value of a choice → its meaning. */
  hints: Readonly<Record<string, string>>;
  /** A SegmentedControl. */
  children: ReactNode;
};

/** Explains the choice of a control under the pointer or with the keyboard focus, also to screen readers. */
export function HintedChoices({ hints, children }: HintedChoicesProps) {
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  const [shown, setShown] = useState<string>();
  const show = (target: EventTarget) => setShown(choiceAt(target)?.value);
  const hide = () => setShown(undefined);
  useEffect(() => {
    // The control gives no access to the attributes of its inputs.
    for (const input of ref.current?.querySelectorAll('input') ?? []) {
      input.setAttribute('aria-describedby', `${id}-${input.value}`);
    }
  });
  return (
    <Tooltip
      label={shown && hints[shown]}
      opened={shown !== undefined && hints[shown] !== undefined}
      position="bottom-start"
      multiline
      w={260}
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the inputs within take the focus */}
      <div
        ref={ref}
        onMouseOver={(event) => show(event.target)}
        onMouseLeave={hide}
        onFocus={(event) => event.target.matches(':focus-visible') && show(event.target)}
        onBlur={hide}
        onKeyDown={(event) => event.key === 'Escape' && hide()}
      >
        {children}
        {Object.entries(hints).map(([value, hint]) => (
          <span key={value} id={`${id}-${value}`} hidden>
            {hint}
          </span>
        ))}
      </div>
    </Tooltip>
  );
}

/** The input of the choice that an element belongs to. */
function choiceAt(target: EventTarget): HTMLInputElement | null {
  if (!(target instanceof Element)) return null;
  if (target instanceof HTMLInputElement) return target;
  const label = target.closest('label');
  return label?.control instanceof HTMLInputElement ? label.control : null;
}
