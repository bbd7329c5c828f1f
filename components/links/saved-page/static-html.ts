import { xmlText } from '@/lib/download/xml-text';
import { imageData } from './image-picture';

/** Smaller ones are icons. */
const MIN_PICTURE_PX = 60;

/** What only changes the page or leads to others. */
const CONTROLS = 'input, select, textarea, nav, label, [role=radiogroup], [hidden], script, style';
/** What is taken apart, because it isn't text alone. */
const BLOCKS = 'section, table, ul, ol, dl, p, h1, h2, h3, h4, h5, h6, svg, [role=combobox], img';
/** What buttons and links are part of, where they have figures or names. */
const TEXTS = 'li, td, th, dd, p, span, h1, h2, h3, h4, h5, h6';

/** What links in it name. */
const ROWS = 'li, td, th, dd';

type Options = {
  /** Of a picture that is drawn in the page. */
  picture(svg: SVGSVGElement): string;
  /** What is added at the end of a section. */
  additions(section: Element): string;
  isLeftOut(element: Element): boolean;
};

/** The texts, tables and pictures of a part of the page as HTML without scripts, styles, links and controls. All texts are escaped. */
export function staticHtml(element: Element, options: Options): string {
  if (options.isLeftOut(element)) return '';
  if (element instanceof SVGSVGElement) return isPicture(element) ? options.picture(element) : '';
  if (!(element instanceof HTMLElement) || !isShown(element)) return '';
  if (element.matches('[role=combobox]')) return choice(element as HTMLInputElement);
  if (element.matches('[role=toolbar]')) return choicesIn(element);
  if (element.matches(CONTROLS) || isControl(element)) return '';
  const inside = () => [...element.children].map((child) => staticHtml(child, options)).join('');
  switch (element.tagName) {
    case 'SECTION':
      return `<section>${block(element, inside)}${options.additions(element)}</section>`;
    case 'TABLE':
      return table(element as HTMLTableElement, options);
    case 'UL':
    case 'OL':
      return list(element, options);
    case 'DL':
      return descriptions(element);
    case 'IMG':
      return image(element as HTMLImageElement);
    default:
      return /^H[1-6]$/.test(element.tagName) ? heading(element) : block(element, inside);
  }
}

function image(element: HTMLImageElement): string {
  const data = imageData(element);
  return data === undefined
    ? `<p class="note">${xmlText(`Picture that could not be saved: ${element.alt}`)}</p>`
    : `<img src="${data}" alt="${xmlText(element.alt)}">`;
}

function block(element: HTMLElement, inside: () => string): string {
  // The figure of a panel is in its heading.
  if (element.previousElementSibling?.tagName === 'H2') return '';
  if (element.tagName === 'P' || !element.querySelector(BLOCKS))
    return hasOnlyControls(element)
      ? ''
      : paragraph(textOf(element, element.matches('p, section') ? ' ' : ' · '));
  return `${paragraph(ownText(element))}${inside()}`;
}

const paragraph = (text: string) => (text === '' ? '' : `<p>${xmlText(text)}</p>`);

function heading(element: HTMLElement): string {
  // The title of the page is in its header.
  if (element.tagName === 'H1') return '';
  const tag = element.tagName.toLowerCase();
  const next = element.nextElementSibling;
  const figure = tag === 'h2' && next instanceof HTMLElement ? textOf(next) : '';
  const figureHtml = figure === '' ? '' : ` <span class="figure">· ${xmlText(figure)}</span>`;
  return `<${tag}>${xmlText(textOf(element))}${figureHtml}</${tag}>`;
}

/** Whether an element is a button or a link that stands alone. Those in texts, legends and tables have figures or names. */
const isControl = (element: HTMLElement) =>
  element.matches('button, a') && !(element.parentElement?.closest(TEXTS) && textOf(element) !== '');

/** Whether all texts of an element are those of buttons and links, and none is the name of a row. */
function hasOnlyControls(element: HTMLElement): boolean {
  if (element.closest(ROWS)) return false;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const control = text.parentElement?.closest('a, button');
    if (text.textContent?.trim() && !(control && element.contains(control))) return false;
  }
  return true;
}

function list(element: Element, options: Options): string {
  const items = [...element.children].map((item) => pieces(item, options)).filter((html) => html !== '');
  const isRows = element.querySelector('svg') !== null;
  return items.length === 0
    ? ''
    : `<ul${isRows ? ' class="rows"' : ''}>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
}

/** The parts of a row side by side. */
function pieces(element: Element, options: Options): string {
  if (!element.querySelector(BLOCKS)) {
    const text = textOf(element as HTMLElement);
    return text === '' ? '' : `<span>${xmlText(text)}</span>`;
  }
  return [...element.children]
    .map((child) =>
      child.children.length > 0 && child.querySelector('svg, table')
        ? pieces(child, options)
        : piece(child, options),
    )
    .join('');
}

function piece(element: Element, options: Options): string {
  const html = staticHtml(element, options);
  return html.startsWith('<p>') && html.indexOf('</p>') === html.length - 4
    ? `<span>${html.slice(3, -4)}</span>`
    : html;
}

function table(element: HTMLTableElement, options: Options): string {
  const rows = [...element.rows].filter(isShown).map((row) => {
    const cells = [...row.cells].filter(isShown).map((cell) => {
      const tag = cell.tagName.toLowerCase();
      const pictures = [...cell.querySelectorAll('svg')].filter(isPicture).map((svg) => options.picture(svg));
      const span = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
      const isNumber = ['right', 'end'].includes(getComputedStyle(cell).textAlign);
      const text = `${xmlText(cellText(cell))}${pictures.join('')}`;
      return `<${tag}${span}${isNumber ? ' class="n"' : ''}>${text}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = element.caption?.innerText ?? element.getAttribute('aria-label') ?? '';
  const captionHtml = caption === '' ? '' : `<caption>${xmlText(caption)}</caption>`;
  return `<div class="scroll"><table>${captionHtml}${rows.join('\n')}</table></div>`;
}

function descriptions(element: HTMLElement): string {
  const terms = [...element.querySelectorAll('dt')].filter(isShown).map((term) => {
    const around = term.parentElement === element ? undefined : term.parentElement;
    const values = around ? [...around.querySelectorAll<HTMLElement>('dd')] : [];
    for (
      let next = term.nextElementSibling;
      !around && next?.tagName === 'DD';
      next = next.nextElementSibling
    )
      values.push(next as HTMLElement);
    const details = values.filter(isShown).map((value) => `<dd>${xmlText(textOf(value))}</dd>`);
    return `<div><dt>${xmlText(textOf(term))}</dt>${details.join('')}</div>`;
  });
  return `<dl>${terms.join('\n')}</dl>`;
}

const choicesIn = (element: Element) =>
  [...element.querySelectorAll<HTMLInputElement>('[role=combobox]')].filter(isShown).map(choice).join('');

/** A chosen value and what it is of. */
function choice(field: HTMLInputElement): string {
  const label = field.getAttribute('aria-label') ?? field.labels?.[0]?.innerText ?? '';
  return field.value === '' || label === ''
    ? ''
    : `<p class="note">${xmlText(`${label}: ${field.value}`)}</p>`;
}

/** The text as it is shown, in one line. */
const textOf = (element: HTMLElement, separator = ' · '): string =>
  element.innerText
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(separator)
    .replace(/\s+/g, ' ')
    .replace(/^· /, '')
    // The parts of the name of a function.
    .replace(/(?: ·)? (?=[.:#]{1,2}\w)/g, '')
    .replace(/^›$/, '');

/** The text of a cell. The links in one that has no other text stand apart. */
function cellText(cell: HTMLElement): string {
  const text = textOf(cell);
  const links = [...cell.querySelectorAll<HTMLElement>('a, button')].map((link) => textOf(link));
  return links.length > 1 && links.join('') === text ? links.join(' · ') : text;
}

/** The text of an element that is not in one of its elements. */
const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent?.trim() ?? '')
    .join(' ')
    .trim();

/** Whether an element is on the page. What only screen readers get isn't, except for tables, which have the numbers of charts. */
function isShown(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden') return false;
  const { width, height } = element.getBoundingClientRect();
  const isForReaders = display !== 'contents' && width <= 1 && height <= 1;
  return !isForReaders || element.querySelector('table') !== null || element.closest('table') !== null;
}

function isPicture(svg: Element): boolean {
  const { width, height } = svg.getBoundingClientRect();
  return width >= MIN_PICTURE_PX && height > 0 && isShown(svg);
}
