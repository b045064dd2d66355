import type { Pullquote as PullquoteBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './pullquote.css'

/** A pull quote: large type between two rules. */
export function Pullquote(props: BlockViewProps<PullquoteBlock>) {
  const t = useT()
  return <Line {...props} as="div" className="block-pullquote" hint={t('writing.pullquoteHint')} />
}
