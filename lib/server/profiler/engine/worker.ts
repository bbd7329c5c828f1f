import { parentPort } from 'node:worker_threads';
import { functionsOf, viewOf } from '@/lib/profile/view/view-of';
import type { Question, Reply } from './messages';
import { HeldProfiles } from './profile-cache';
import { Writers } from './writers';

const MOST_BYTES = 512 * 1024 * 1024;

/** The longest time that one search takes the thread for. [?] */
const LONGEST_SEARCH_MS = 500;

const held = new HeldProfiles(MOST_BYTES);
const writers = new Writers();

/** The entry of the engine's thread: a reply to each question, in their order. */
parentPort?.on('message', (question: Question) => {
  const { id } = question;
  try {
    reply({ id, answer: answerTo(question) });
  } catch (error) {
    reply({ id, failure: (error instanceof Error && error.stack) || String(error) });
  }
});

const reply = (message: Reply) => parentPort?.postMessage(message);

/** Runs from the first time that it is looked at. */
function searchClock(): () => boolean {
  let until: number | undefined;
  return () => {
    until ??= performance.now() + LONGEST_SEARCH_MS;
    return performance.now() < until;
  };
}

function answerTo({ operation, ask }: Question) {
  const goesOn = searchClock();
  if (operation === 'hold') return held.hold(ask.key, ask.bytes);
  if (operation === 'nextPiece') return writers.next(ask.writer);
  if (operation === 'endWriting') return writers.end(ask.writer);
  if (operation === 'write') {
    const whole = held.whole(ask.held);
    return whole && writers.begin(whole.known.tree, ask.choice);
  }
  if (operation === 'compare') {
    const compared = held.compared(ask.baseline, ask.comparison, ask.choice);
    if (!compared) return undefined;
    const { comparison, ...changed } = compared;
    return { ...comparison.view(ask.compare, ask.choice, goesOn), ...changed };
  }
  const profile = held.looked(ask.held, ask.choice);
  if (!profile) return undefined;
  const { known, sampleWeights, hidden, collapsed } = profile;
  if (operation === 'functions') return functionsOf(known, ask.choice, goesOn);
  return { ...viewOf(known, ask.choice, goesOn), sampleWeights, hidden, collapsed };
}
