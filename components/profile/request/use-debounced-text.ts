'use client';

import { useEffect, useState } from 'react';

const DEBOUNCE_MS = 150;

/**
 * A text once typing pauses. The first change, such as a pasted text, applies in the same render, so that its request starts
 * before the page is painted; so does an emptied text.
 */
export function useDebouncedText(text: string): string {
  const [applied, setApplied] = useState(text);
  const [isTyping, setIsTyping] = useState(false);
  if (text !== applied && (!isTyping || text === '')) {
    setApplied(text);
    setIsTyping(text !== '');
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further change starts the pause again
  useEffect(() => {
    if (!isTyping) return;
    const timer = setTimeout(() => setIsTyping(false), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [isTyping, text]);
  return text === '' ? '' : applied;
}
