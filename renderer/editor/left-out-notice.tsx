import { Transforms } from 'slate'
import { useSlateStatic } from 'slate-react'
import { paragraph } from '#core/article/factories.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { newBlockId } from './new-id.ts'

/** What a paste left out, in words for the writer. */
type LeftOutNoticeProps = {
  said: string
  /** The label of the button that inserts the lines. */
  add: string
  /** The label of the button that leaves them out. */
  leave: string
  lines: readonly string[]
  onDone: () => void
}

/** Says what a paste left out, and offers to add it at the end of the article, each line as a paragraph. */
export function LeftOutNotice({ said, add, leave, lines, onDone }: LeftOutNoticeProps) {
  const editor = useSlateStatic()
  const insert = (): void => {
    const made = lines.map((line) => paragraph(newBlockId, line))
    Transforms.insertNodes(editor, made, { at: [editor.children.length] })
    onDone()
  }
  return (
    <Banner tone="info">
      <p>{said}</p>
      <div className="editor-notice-actions">
        <Button onPress={insert}>{add}</Button>
        <Button onPress={onDone}>{leave}</Button>
      </div>
    </Banner>
  )
}
