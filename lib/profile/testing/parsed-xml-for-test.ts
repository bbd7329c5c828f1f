import { SaxesParser } from 'saxes';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
};

/** The root element of a document, as a strict parser of XML 1.0 reads it. Throws where it is not well-formed. */
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
  if (!document) throw new Error('no element');
  return document;
}

/** All elements of a name, in the document's order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return [element, ...element.children.flatMap((child) => elementsOf(child, name))].filter(
    (each, place) => place > 0 || each.name === name,
  );
}
