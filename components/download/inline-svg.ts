/** What style sheets say about the elements of our pictures, and their children inherit. */
const INHERITED = [
  ...['visibility', 'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity'],
  ...['stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'shape-rendering', 'paint-order'],
  ...['font-size', 'font-weight', 'text-anchor', 'dominant-baseline'],
];
/** What children don't inherit, and the value without a style. */
const OWN = { display: 'inline', opacity: '1' };

/** Attributes for the page alone. */
const OF_PAGE = /^(class|style|role|tabindex|aria-.*|data-.*)$/;

/**
 * An SVG element of the page as text that needs no style sheet: the styles of its elements become attributes.
 */
export function inlineSvg(svg: SVGElement): string {
  return new XMLSerializer().serializeToString(inlined(svg, undefined));
}

function inlined(element: Element, parent: CSSStyleDeclaration | undefined): Element {
  const copy = element.cloneNode(false) as Element;
  const style = getComputedStyle(element);
  for (const { name } of [...copy.attributes]) if (OF_PAGE.test(name)) copy.removeAttribute(name);
  for (const property of INHERITED) setUnless(parent?.getPropertyValue(property), copy, property, style);
  for (const [property, usual] of Object.entries(OWN)) setUnless(usual, copy, property, style);
  for (const child of element.childNodes) {
    copy.append(child instanceof Element ? inlined(child, style) : child.cloneNode());
  }
  return copy;
}

/** Sets the attribute of a property, unless its element has the value without it. */
function setUnless(
  usual: string | undefined,
  element: Element,
  property: string,
  style: CSSStyleDeclaration,
): void {
  const value = style.getPropertyValue(property);
  if (value === '' || value === usual) element.removeAttribute(property);
  else element.setAttribute(property, value);
}

/** A colour of the page as a style sheet computes it inside of an element: `rgb(42, 127, 193)`. */
export function computedColour(colour: string, within: Element): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  within.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
}
