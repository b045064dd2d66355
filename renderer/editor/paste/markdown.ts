import { ImportError } from '#core/import/import-error.ts'
import { markdownHtml } from '#core/import/markdown/render.ts'
import { markdownSigns } from '#core/text/markdown-signs.ts'

/** A longer text is pasted as plain text even if it is Markdown. In UTF-16 units. */
const MAX_MARKDOWN = 500_000

/** @returns whether a plain text looks like Markdown. */
export function isMarkdown(text: string): boolean {
  return text.length <= MAX_MARKDOWN && markdownSigns(text) > 0
}

/** @returns Markdown (CommonMark) as HTML, without the raw HTML in it; null for a text that nests too deep. */
export function markdownToHtml(text: string): string | null {
  try {
    return markdownHtml(text, 'text')
  } catch (error) {
    if (error instanceof ImportError) return null
    throw error
  }
}
