import type { Separator as SeparatorBlock } from '#core/article/block.ts'
import type { BlockViewProps } from '../line.tsx'
import './separator.css'

/** A section break. It is void: it can be selected, moved and removed, but the caret cannot enter it. */
export function Separator({ attributes, element, children }: BlockViewProps<SeparatorBlock>) {
  return (
    <div {...attributes} dir={element.dir} className="block-separator" data-block="separator">
      <div contentEditable={false}>
        <hr />
      </div>
      {children}
    </div>
  )
}
