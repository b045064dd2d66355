import { useFocused, useReadOnly, useSelected } from 'slate-react'
import type { HeadType, TextBlock } from '#core/article/block.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { isEmptyLine } from '../query.ts'
import { Line, type BlockViewProps } from './line.tsx'

export type HeadFieldProps = BlockViewProps<TextBlock & { type: HeadType }>

const HINTS: Record<HeadType, MessageKey> = {
  kicker: 'writing.kickerHint',
  headline: 'writing.headline',
  deck: 'writing.deckHint',
  byline: 'writing.bylineHint',
  dateline: 'writing.datelineHint',
}

/** An optional field of the head. It is hidden while it is empty and the caret is elsewhere. */
export function HeadField({ className, ...props }: HeadFieldProps & { className: string }) {
  const t = useT()
  const selected = useSelected()
  const focused = useFocused()
  const readOnly = useReadOnly()
  const folded = isEmptyLine(props.element) && (readOnly || !(selected && focused))
  return <Line {...props} as="div" className={className} hint={t(HINTS[props.element.type])} folded={folded} />
}
