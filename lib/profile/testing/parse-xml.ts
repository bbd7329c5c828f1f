import { SaxesParser } from 'saxes';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
};

/** Parses a document strictly as XML 1.0 and returns the root element. Throws if it is not well-formed. */
export function parsedXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('The document has no element.');
  return document;
}

/** All elements with a name, in document order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return [element, ...element.children.flatMap((child) => elementsOf(child, name))].filter(
    (each, i) => i > 0 || each.name === name,
  );
}
