import { Fragment } from 'react'
import { mentionsIn } from '#core/review/mentions.ts'
import { directionOf, isolated } from '#renderer/ui/isolated.tsx'

/** The words of a message, with the names in it set apart. */
export function MessageText({ text, people }: { text: string; people: readonly string[] }) {
  const dir = directionOf(text)
  const mentions = mentionsIn(text, people)
  return (
    <p dir={dir} className="message-text">
      {mentions.map(({ start, end }, index) => (
        <Fragment key={start}>
          {isolated(text.slice(mentions[index - 1]?.end ?? 0, start), dir)}
          <strong className="mention">{text.slice(start, end)}</strong>
        </Fragment>
      ))}
      {isolated(text.slice(mentions.at(-1)?.end ?? 0), dir)}
    </p>
  )
}
