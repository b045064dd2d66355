import type { Factbox as FactboxBlock } from '#core/article/block.ts'
import type { FactboxTitle as FactboxTitleBlock } from '#core/article/blocks/factbox.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './factbox.css'

/** Background to the story, in a frame. */
export function Factbox({ attributes, element, children }: BlockViewProps<FactboxBlock>) {
  const t = useT()
  return (
    <section
      {...attributes}
      dir={element.dir}
      className="block-factbox"
      data-block="factbox"
      aria-label={t('writing.factbox')}
    >
      {children}
    </section>
  )
}

/** The title of a factbox. An empty one shows what it is for. */
export function FactboxTitle(props: BlockViewProps<FactboxTitleBlock>) {
  const t = useT()
  return <Line {...props} as="h3" className="block-factbox-title" hint={t('writing.factboxTitleHint')} />
}
