'use client';

import { useEffect, useState } from 'react';
import { afterPaint } from './after-paint';

const DEBOUNCE_MS = 150;

/**
 * A text once typing pauses. The first change, such as a pasted text, applies once the page shows it, because whatever is
 * requested and drawn for it would delay that. An emptied text applies in the same render.
 */
export function useDebouncedText(text: string): string {
  const [applied, setApplied] = useState(text);
  const [isTyping, setIsTyping] = useState(false);
  if (text === '' && applied !== '') {
    setApplied('');
    setIsTyping(false);
  }
  useEffect(() => {
    if (text === applied || isTyping) return;
    return afterPaint(() => {
      setApplied(text);
      setIsTyping(true);
    });
  }, [text, applied, isTyping]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further change starts the pause again
  useEffect(() => {
    if (!isTyping) return;
    const timer = setTimeout(() => setIsTyping(false), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [isTyping, text]);
  return text === '' ? '' : applied;
}
