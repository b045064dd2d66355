const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
}

/** @returns words as HTML, for the content of an element or the value of an attribute. */
export function htmlText(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => REFERENCES[sign] ?? sign)
}
