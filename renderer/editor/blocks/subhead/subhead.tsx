import type { Subhead as SubheadBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './subhead.css'

/** A heading inside the body, of the second or third level. */
export function Subhead(props: BlockViewProps<SubheadBlock>) {
  const t = useT()
  return (
    <Line
      {...props}
      as={props.element.level === 2 ? 'h2' : 'h3'}
      className={`block-subhead block-subhead-${props.element.level}`}
      hint={t('writing.subheadHint')}
    />
  )
}
