import type { Paragraph as ParagraphBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './paragraph.css'

/** Running text. Its hint shows only while it is all that the body has (see the style). */
export function Paragraph(props: BlockViewProps<ParagraphBlock>) {
  const t = useT()
  return <Line {...props} as="p" className="block-paragraph" hint={t('writing.bodyHint')} />
}
