import type { Outcome } from '@/lib/canary/attempts';
import classes from './outcome-fill.module.css';

type OutcomeGlyphProps = { outcome: Outcome; x: number; y: number };

/** The shape of an outcome in an SVG, about 8 pixels, centred on a point. */
export function OutcomeGlyph({ outcome, x, y }: OutcomeGlyphProps) {
  const place = { transform: `translate(${x} ${y})`, 'data-outcome': outcome, className: classes.outcome };
  switch (outcome) {
    case 'passed':
      return <circle r={2.5} {...place} />;
    case 'failed':
      return <path d="M0-4.2 4.2 3.4H-4.2Z" {...place} />;
    case 'retried':
      return <path d="M0-4.2 4.2 0 0 4.2-4.2 0Z" {...place} />;
    case 'running':
      return <circle r={3} {...place} />;
  }
}
