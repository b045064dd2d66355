import { withIsolateCharacters } from '#core/text/isolate-characters.ts'
import { readMarks } from './decorate-changes.ts'
import type { ReactNode } from 'react'
import './changes.css'

/** So many letters are shown in a line. A line that holds drawn words alone has no place for the caret. */
const MOST = 60

function shortened(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.lastIndexOf(' ', MOST)
  return `${text.slice(0, cut > MOST / 2 ? cut : MOST)}…`
}

const TAGS = { added: 'ins', removed: 'del', format: 'span' } as const

/**
 * Words that are not in the text. They stand in an attribute, so that the caret, a copy, a count and a search do not meet
 * them.
 */
export function DrawnWords({ json }: { json: string }) {
  return readMarks(json).map(({ key, look, author, text }) => {
    const Tag = TAGS[look]
    return (
      <Tag
        key={key}
        className="drawn-words"
        data-words={withIsolateCharacters(shortened(text.trim()), 'rtl')}
        data-card={key}
        data-look={look}
        data-author={author}
      />
    )
  })
}

/** Words of the text that changes are about. */
export function ChangedText({ json, children }: { json: string; children: ReactNode }) {
  return readMarks(json).reduceRight<ReactNode>((inner, { key, look, author }) => {
    const Tag = TAGS[look]
    return (
      <Tag className="changed-text" data-card={key} data-look={look} data-author={author}>
        {inner}
      </Tag>
    )
  }, children)
}
