import type { ReactNode } from 'react'
import type { Direction } from '#core/article/block.ts'
import type { TextChange } from '#core/review/diff/text.ts'
import { partsOf } from '#core/text/isolates.ts'
import { useT } from './locale.tsx'
import './changed-words.css'

/**
 * A text with what was removed struck out and what was added underlined, each said aloud as well. The two stand apart
 * by a space: Arabic letters would join from one word into the other.
 */
export function ChangedWords({ words, dir }: { words: readonly TextChange[]; dir: Direction }) {
  const t = useT()
  return words.map(({ text, change }, index) => {
    // A place among the words is all that names it, and the words of a comparison do not move.
    const key = `${index} ${change}`
    if (change === 'same') return <span key={key}>{isolated(text, dir)}</span>
    const Tag = change === 'removed' ? 'del' : 'ins'
    const isAfterAnother = index > 0 && words[index - 1]?.change !== 'same'
    return (
      <span key={key}>
        {isAfterAnother ? ' ' : null}
        <Tag className={`diff-${change}`}>
          <span className="visually-hidden">{t(`common.${change}-begins`)}</span>
          {isolated(text, dir)}
          <span className="visually-hidden">{t(`common.${change}-ends`)}</span>
        </Tag>
      </span>
    )
  })
}

/** As the editor shows it: a telephone in a right-to-left line would turn round. */
function isolated(text: string, dir: Direction): ReactNode {
  return partsOf(text, dir).map((part, index) => {
    const key = `${index} ${part.text}`
    return part.isIsolate ? (
      <bdi key={key} dir="ltr">
        {part.text}
      </bdi>
    ) : (
      part.text
    )
  })
}
