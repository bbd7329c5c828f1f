import { readFileSync, writeFileSync } from 'node:fs';
import { inserted, roomTable } from './table';

/** `npm run rooms`: writes the table of rooms into CONTRIBUTING.md. */
const FILE = 'CONTRIBUTING.md';
writeFileSync(FILE, inserted(readFileSync(FILE, 'utf8'), roomTable()));
