import type { Paragraph as ParagraphBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './paragraph.css'

/** A paragraph. CSS shows its hint only while it is the only block of the body. */
export function Paragraph(props: BlockViewProps<ParagraphBlock>) {
  const t = useT()
  return <Line {...props} as="p" className="block-paragraph" hint={t('writing.bodyHint')} />
}
