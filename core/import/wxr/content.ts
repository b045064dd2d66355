import type { Losses } from '../losses.ts'

// Each part stops where the next sign could begin, or has a most: what never ends is read once, and not once for each
// sign that begins in it.

/** A picture with its caption, as WordPress wrote it before it had blocks. */
const CAPTION = /\[caption[^\][]*\]\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)([^[]*)\[\/caption\]/giu
const EMBED = /\[embed[^\][]*\]\s*(https?:\/\/[^\s<[\]]+)\s*\[\/embed\]/giu
/** Signs of WordPress and of its plugins, by their names or by an attribute: what people put in brackets stays. */
const SHORTCODE =
  /\[\/?(?:(?:gallery|audio|video|playlist|embed|caption|wp_caption|vc_\w+|et_pb_\w+)\b[^\][]*|[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]{0,500}"|'[^']{0,500}')){1,50}\s*\/?)\]/giu

/** What begins an element of its own: WordPress puts no paragraph around it. */
const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|figure|hr|pre|section|article|aside|iframe|img)\b/iu

/** @returns text with empty lines between its paragraphs, as people wrote it in WordPress, as paragraphs of HTML. */
function withParagraphs(content: string): string {
  if (/<p[\s>]/iu.test(content)) return content
  return content
    .split(/\r?\n[ \t]*\r?\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (BLOCK.test(part) ? part : `<p>${part.replaceAll(/\r?\n/gu, '<br>')}</p>`))
    .join('\n')
}

/**
 * Brings the content of a post into HTML: paragraphs that stand between empty lines, captions and embeds in
 * WordPress's own signs. Other shortcodes stand for what only a plugin of that site can make.
 */
export function postHtml(content: string, losses: Losses): string {
  const html = content
    .replaceAll(
      CAPTION,
      (_all, image: string, words: string) => `<figure>${image}<figcaption>${words}</figcaption></figure>`,
    )
    .replaceAll(EMBED, (_all, url: string) => `<figure class="embed">${url}</figure>`)
    .replaceAll(SHORTCODE, (all: string) => {
      losses.add('shortcodes', all)
      return ''
    })
  return withParagraphs(html)
}
