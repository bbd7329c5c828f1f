/** XML 1.0 doesn't allow these, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern searches for them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** First of Unicode's control pictures. */
const CONTROL_PICTURES = 0x2400;

/** Escapes a text for an element or attribute: control characters become control pictures, invalid characters `�`. */
export const xmlText = (text: string) =>
  text
    .replace(FORBIDDEN, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : '\ufffd';
    })
    .replace(/[&<>"]/g, (character) => MARKUP[character] ?? character);
