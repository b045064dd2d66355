import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../fixtures/words')

/** Every sign that a format or a receiver could take for its own. The mark between them is a right-to-left mark. */
export const SIGNS = `<b>&"'\u200F]]>`

const lines = readFileSync(join(FIXTURES, 'html-in-plain-fields.txt'), 'utf8').trimEnd().split('\n')

/** Words that are HTML to a receiver which takes a plain field for one. Each opens a dialog when it runs. */
export const HTML_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
)

/** What WordPress rewrites, although it is no markup. */
export const REWRITTEN = `[gallery] "كذا" -- كذا - كذا... 5x3 :) Wordpress 20%ab`

/** A headline whose numbers and names a right-to-left line shows reversed. */
export const BIDI_HEADLINE = readFileSync(join(FIXTURES, 'headline.txt'), 'utf8').trim()

/** Lines that a program on the way could take for its own language. Each is named by that language. */
export const HOSTILE_LINES: Readonly<Record<string, string>> = {
  Handlebars: '{{#if @member}}{{title}}{{/if}} {{{html}}} {{> navigation}} {{!-- x --}}',
  templates: '{% include "x" %} {{ site.title | escape }} {# x #} <%= 7*7 %> ${7*7} #{7*7} @{7*7}',
  shortcodes: '[gallery ids="1"] [caption]كلام[/caption] [embed]https://example.org/[/embed] [[audio]] [video src="x"/]',
  'blocks of WordPress': '<!-- wp:html --><b>نص</b><!-- /wp:html --> <!-- wp:latest-posts /-->',
  'breaks of WordPress': '<!--more--> <!--nextpage--> <!--noteaser-->',
  'cards of Ghost': '<!--kg-card-begin: html--><b>نص</b><!--kg-card-end: html--> <!--members-only-->',
  references: '&amp;amp;lt;b&amp;gt; &#60;b&#62; &#x3C;i&#x3E; &lt;u&gt; &nbsp;&shy;&copy &unknown; &#0; &#xD800;',
  'sections of XML':
    ']]> ]]&gt; <![CDATA[نص]]> <?php echo 1 ?> <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y "z">]> &y;',
  'ends of elements': '</title></style></script></textarea></xmp><script>alert(5)</script>',
  'ends of attributes': `"><img src=x onerror=alert(6)> ' onmouseover='alert(7) \` onfocus=alert(8) autofocus x="`,
  'addresses that run':
    'javascript:alert(9) java\tscript:alert(9) JaVaScRiPt&colon;alert(9) vbscript:x data: text/html,<script>alert(9)</script>',
  'an address alone': 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'control characters': 'نص\u0000 \u0001\u0008\u000Bنص\u000C\u001B[31m \u001F\u007F\u0080\u0084\u009Fنص',
  'halves of pairs': 'نص \uD83D و\uDE00 و\uFFFE و\uFFFF و\u{1FFFE} و\u{10FFFF}',
  'ends of lines': 'سطر\u2028ثان\u2029ثالث\u0085رابع\r\nخامس\rسادس\nسابع',
  'characters of direction': '\u202Eمعكوس\u202C \u202Bيمين\u202C \u2067ثان\u2069 \u061Cنص\u200F \u2066x',
  'front matter': '--- &a *a !!str x: y # z | > % @ ` {a: b} [c] ...',
  'references of Markdown': '[مرجع]: https://example.org/ "عنوان" [^1]: حاشية [مرجع] ![مرجع][مرجع]',
  'marks of Markdown':
    '**غامق** _مائل_ ~~محذوف~~ `رمز` ![صورة](x) [رابط](javascript:alert(10)) <https://x.example/> a_b_c \\* \\',
  'a heading of Markdown': '# ليس عنوانا ## #',
  'an item of Markdown': '1. ليس بندا',
  'a task of Markdown': '- [ ] ليس مهمة',
  'a quotation of Markdown': '> ليس اقتباسا',
  'a fence of Markdown': '```js ~~~ +++ === *** ___',
  'a row of Markdown': '| أ | ب | \\| :-: |',
  'a formula': '=HYPERLINK("https://example.org/";"x")',
  'a formula with plus': `+1+cmd|' /C calc'!A0`,
  'a formula with at': '@SUM(1;2)',
  replacements: "$& $1 $$ $` $' \\1 \\0 \\00 \\u0022 \\n %s %1$s %0a %3Cb%3E {0} $ID/Name _x0041_ ^p",
  typography: `'90s 'tis 9'6" "كذا" (c) (tm) (r) ... -- --- 1/2 5x3 1st :-) :lol: 8-) Wordpress &c.`,
}

/**
 * Characters that no text needs: XML forbids them, or they only control a terminal. All targets leave them out. The store
 * has U+FFFD in place of half a pair.
 */
export const NEEDLESS = /(?![\s\u0085])\p{Cc}|\p{Cs}|[\uFFFD-\uFFFF]/gu
/** What keeps the order of a line where there is no markup. */
const DIRECTION = /[\u200E\u200F\u202C\u202D\u2066-\u2069]/gu

/** @returns words as two readers are compared: white space is one space, and what no target keeps is left out. */
export function comparable(text: string): string {
  return text
    .replaceAll(NEEDLESS, '')
    .replaceAll(DIRECTION, '')
    .replaceAll(/\s+|\u0085/gu, ' ')
    .trim()
}
