import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';

/** The header in which Next's router says what its page has already. */
const STATE = 'next-router-state-tree';

/** Removes a state of the router that Next can't read: it would answer with 500 instead of the whole page. */
export function dropUnreadableState({ headers }: Pick<IncomingMessage, 'headers'>): void {
  try {
    parseAndValidateFlightRouterState(headers[STATE]);
  } catch {
    delete headers[STATE];
  }
}
