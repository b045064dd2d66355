import type { ReactNode } from 'react'
import { isRtlLetter } from '#core/text/expressions/characters.ts'
import { partsOf } from '#core/text/isolates.ts'

/** Isolates runs as the editor does: a telephone number in a right-to-left line would be reordered. */
export function isolated(text: string, dir: 'rtl' | 'ltr'): ReactNode {
  return partsOf(text, dir).map((part, index) => {
    const key = `${index} ${part.text}`
    if (!part.isIsolate) return part.text
    const Tag = part.isOverride ? 'bdo' : 'bdi'
    return (
      <Tag key={key} dir="ltr">
        {part.text}
      </Tag>
    )
  })
}

/** @returns the direction of a text by its first letter; right to left without one */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined || isRtlLetter(letter) ? 'rtl' : 'ltr'
}
