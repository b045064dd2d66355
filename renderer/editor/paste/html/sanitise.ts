import DOMPurify from 'dompurify'
import { annotateStyles, MARKED } from './annotate.ts'

/** A longer page is not looked into: its plain text is pasted instead. In UTF-16 units. */
export const MAX_HTML = 4_000_000

const TAGS = [
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

/** Gone with all that is in them: none of it is text that somebody saw. */
const GONE = [
  ...['script', 'style', 'noscript', 'template', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'audio'],
  ...['video', 'canvas', 'svg', 'math', 'head', 'title', 'meta', 'link', 'base', 'nav', 'button', 'select', 'textarea'],
  ...['input', 'dialog', 'del', 'xml', 'noembed', 'noframes', 'plaintext', 'xmp'],
]

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3){1,16}$/u

/** Pictures come in when their bytes are here. Any other address would tell somebody that it was looked at. */
const DATA_PICTURE = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]+$/u

/**
 * Cleans pasted HTML in a document that is never shown, runs nothing and loads nothing.
 * @returns its body with known elements alone: no styles, no scripts, no addresses but those of links and of
 * pictures that are in the HTML itself
 */
export function sanitisedBody(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  annotateStyles(body)
  for (const element of body.querySelectorAll(GONE.join(','))) element.remove()
  DOMPurify.sanitize(body, {
    IN_PLACE: true,
    ALLOWED_TAGS: ['body', '#text', ...TAGS],
    ALLOWED_ATTR: ['href', 'src', 'alt', 'dir', 'start', 'colspan', ...Object.values(MARKED)],
    FORBID_ATTR: ['style'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: true,
  })
  for (const image of body.querySelectorAll('img')) {
    const alt = image.getAttribute('alt') ?? ''
    // Messengers show emoji as pictures, with the emoji itself as the text for those who cannot see it.
    if (EMOJI.test(alt)) image.replaceWith(alt)
    if (!DATA_PICTURE.test(image.getAttribute('src') ?? '')) image.remove()
  }
  return body
}
