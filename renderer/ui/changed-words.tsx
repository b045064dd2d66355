import type { Direction } from '#core/article/block.ts'
import type { WordChange } from '#core/changes/words.ts'
import { isolated } from './isolated.tsx'
import { useT } from './locale.tsx'
import './changed-words.css'

/**
 * A text with removals struck out and additions underlined, both also announced to screen readers. A space separates
 * them, because Arabic letters would join from one word into the other.
 */
export function ChangedWords({ words, dir }: { words: readonly WordChange[]; dir: Direction }) {
  const t = useT()
  return words.map(({ text, change }, index) => {
    // Words have no identity but their index, and a comparison does not reorder them.
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
