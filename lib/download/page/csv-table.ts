import { xmlText } from '../xml-text';

const MAX_ROWS = 500;

/** Cells of a record as `csvRecord` writes it, without the apostrophe that keeps spreadsheets from running a formula. */
function cellsOf(record: string): string[] {
  const line = record.replace(/\r\n$/, '');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=\s*[=+\-@])/, ''),
  );
}

/** The records of a CSV file, its headings first, as a table of HTML. Further rows are counted. */
export function csvTable(label: string, records: Iterable<string>): string {
  const [head, ...rows] = records;
  if (head === undefined) return '';
  const cut = rows.length > MAX_ROWS ? `, the first ${MAX_ROWS} of them` : '';
  const rowOf = (record: string, tag: 'th' | 'td') =>
    `<tr>${cellsOf(record)
      .map((cell) => `<${tag}>${xmlText(cell)}</${tag}>`)
      .join('')}</tr>`;
  return `<details><summary>${xmlText(label)}: ${rows.length === 1 ? '1 row' : `${rows.length} rows`}${cut}</summary><div class="scroll"><table><thead>${rowOf(head, 'th')}</thead><tbody>${rows
    .slice(0, MAX_ROWS)
    .map((row) => rowOf(row, 'td'))
    .join('\n')}</tbody></table></div></details>`;
}
