import type { Losses } from '../losses.ts'

// Every part of these expressions stops where the next shortcode could begin, or has a maximum length. An unclosed
// shortcode is then scanned once, and not once for each bracket in it.

/** A picture with its caption, as the classic editor of WordPress wrote it. */
const CAPTION = /\[caption[^\][]*\]\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)([^[]*)\[\/caption\]/giu
const EMBED = /\[embed[^\][]*\]\s*(https?:\/\/[^\s<[\]]+)\s*\[\/embed\]/giu
/** Shortcodes of WordPress and its plugins, by name or by their attributes. Other text in brackets stays. */
const SHORTCODE =
  /\[\/?(?:(?:gallery|audio|video|playlist|embed|caption|wp_caption|vc_\w+|et_pb_\w+)\b[^\][]*|[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]{0,500}"|'[^']{0,500}')){1,50}\s*\/?)\]/giu

/** Block elements, around which WordPress puts no paragraph. */
const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|figure|hr|pre|section|article|aside|iframe|img)\b/iu

/** @returns HTML paragraphs for text whose paragraphs are separated by empty lines. */
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
 * Converts the content of a post to HTML, with paragraphs, and with captions and embeds from shortcodes. Other shortcodes
 * are reported, for only a plugin of that site can expand them.
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
