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
