/** XML 1.0 can't hold these, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Unicode's pictures of control characters begin here. */
const PICTURES = 0x2400;

/** A text as the content of an element or attribute: control characters as their pictures, broken characters as `�`. */
export const xmlText = (text: string) =>
  text
    .replace(FORBIDDEN, (found) => {
      const code = found.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd';
    })
    .replace(/[&<>"]/g, (found) => MARKUP[found] ?? found);
