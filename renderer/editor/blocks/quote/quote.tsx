import type { Attribution as AttributionBlock, Quote as QuoteBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './quote.css'

/** A block quotation with a rule at its start edge. */
export function Quote({ attributes, element, children }: BlockViewProps<QuoteBlock>) {
  return (
    <blockquote {...attributes} dir={element.dir} className="block-quote" data-block="quote">
      {children}
    </blockquote>
  )
}

/** The line that names who said a quote. */
export function Attribution(props: BlockViewProps<AttributionBlock>) {
  const t = useT()
  return <Line {...props} as="div" className="block-attribution" hint={t('writing.attributionHint')} />
}
