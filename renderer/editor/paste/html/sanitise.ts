import DOMPurify from 'dompurify'
import { annotateStyles, ANNOTATION } from './annotate.ts'

/** Longer HTML is not parsed; the plain text is pasted instead. In UTF-16 units. */
export const MAX_HTML = 4_000_000

const ALLOWED_TAGS = [
  ...['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'address', 'center', 'pre', 'details'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'br'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  ...[
    'a',
    'b',
    'strong',
    'i',
    'em',
    'u',
    'ins',
    's',
    'del',
    'span',
    'font',
    'bdi',
    'bdo',
    'sup',
    'sub',
    'mark',
    'cite',
  ],
]

/** Elements that are removed with their content, because it is not visible text. */
const REMOVED_TAGS = [
  ...['script', 'style', 'noscript', 'template', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'audio'],
  ...['video', 'canvas', 'svg', 'math', 'head', 'title', 'meta', 'link', 'base', 'nav', 'button', 'select', 'textarea'],
  ...['input', 'dialog', 'del', 'xml', 'noembed', 'noframes', 'plaintext', 'xmp'],
]

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3){1,16}$/u

/** Pictures whose bytes are in the HTML. Loading any other would tell a server that the page was pasted. */
const DATA_PICTURE = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]+$/u

/**
 * Sanitises pasted HTML in an inert document, which runs no scripts and loads nothing.
 * @returns the body, with known elements and attributes only: no styles, no scripts, no addresses except those of links
 *   and `data:` pictures
 */
export function sanitisedBody(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  annotateStyles(body)
  for (const element of body.querySelectorAll(REMOVED_TAGS.join(','))) element.remove()
  DOMPurify.sanitize(body, {
    IN_PLACE: true,
    ALLOWED_TAGS: ['body', '#text', ...ALLOWED_TAGS],
    ALLOWED_ATTR: ['href', 'src', 'alt', 'dir', 'start', 'colspan', ...Object.values(ANNOTATION)],
    FORBID_ATTR: ['style'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: true,
  })
  for (const image of body.querySelectorAll('img')) {
    const alt = image.getAttribute('alt') ?? ''
    // Messengers write emoji as pictures with the emoji as alternative text.
    if (EMOJI.test(alt)) image.replaceWith(alt)
    if (!DATA_PICTURE.test(image.getAttribute('src') ?? '')) image.remove()
  }
  return body
}
