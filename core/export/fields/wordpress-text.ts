import { htmlText } from './html-text.ts'

/**
 * The signs that WordPress rewrites when it saves or shows a text, by the function that does it. As references they are
 * shown as they are.
 */
const SIGNS = new RegExp(
  [
    // The signs of HTML itself.
    `[&<>"']`,
    // do_shortcode
    String.raw`[[\]]`,
    // wptexturize: quotation marks, dashes, three dots, the trade mark, the sign between two measures
    '`',
    String.raw`-(?=[\s-]|$)|(?<=[\s-]|^)-`,
    String.raw`(?<=\.)\.(?=\.)`,
    String.raw`\((?=tm\))`,
    String.raw`(?<=\d)x(?=\d)`,
    // convert_smilies
    String.raw`(?<=\s|^)(?::(?=[a-zA-Z?!()|-])|;(?=[)-])|8(?=[O-]))`,
    // capital_P_dangit
    '(?<=Word)p(?=ress)',
    // sanitize_text_field
    '%(?=[0-9a-fA-F]{2})',
    // wp_unslash, which update_metadata applies to an alternative text; wp_kses_no_null, which takes `\0` for a null
    String.raw`\\`,
  ].join('|'),
  'gu',
)

/** @returns a sign as HTML that WordPress takes for no sign of its own. */
export function reference(sign: string): string {
  return `&#${String(sign.charCodeAt(0)).padStart(3, '0')};`
}

/** The characters that delimit the places of pictures in a post (`mediaPlace`). No text needs them. */
const DELIMITERS = /[\uE0FE\uE0FF]/gu

/** @returns words as HTML that WordPress shows unchanged. */
export function wordpressText(text: string): string {
  const kept = text.replaceAll(DELIMITERS, '')
  // In the same pass as the signs of HTML: the references of one must not be taken for signs of the other.
  return kept.replaceAll(SIGNS, (sign) => (/[&<>"']/u.test(sign) ? htmlText(sign) : reference(sign)))
}
