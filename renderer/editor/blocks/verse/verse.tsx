import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Hemistich as HemistichBlock, Verse as VerseBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './verse.css'

/** A line of poetry, with its halves side by side, or one below the other in a narrow window. */
export function Verse({ attributes, element, children }: BlockViewProps<VerseBlock>) {
  return (
    <div {...attributes} dir={element.dir} className="block-verse" data-block="verse">
      {children}
    </div>
  )
}

/** One half of a verse. */
export function Hemistich(props: BlockViewProps<HemistichBlock>) {
  const t = useT()
  const place = ReactEditor.findPath(useSlateStatic(), props.element).at(-1)
  const hint = place === 0 ? t('block.verse-first') : t('block.verse-second')
  return <Line {...props} as="p" className="block-hemistich" hint={hint} />
}
