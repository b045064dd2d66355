import { Code } from 'lucide-react'
import { ReactEditor, useReadOnly, useSlateStatic } from 'slate-react'
import type { Embed as EmbedBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { setAddress } from '../../commands/insert.ts'
import { Address } from '../address.tsx'
import type { BlockViewProps } from '../line.tsx'
import './embed.css'

/** @returns the place that an address belongs to, without what every address has; empty for none. */
function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./u, '') ?? ''
}

/** A post or a video of another site, as a card: nothing of it is loaded here. */
export function Embed({ attributes, element, children }: BlockViewProps<EmbedBlock>) {
  const t = useT()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  const host = hostOf(element.url)
  return (
    <figure {...attributes} dir={element.dir} className="block-embed" data-block="embed">
      <div contentEditable={false} className="embed-card">
        <Code aria-hidden size={20} />
        <div>
          <div className="embed-host">{host === '' ? t('writing.embed') : <bdi dir="ltr">{host}</bdi>}</div>
          <Address
            url={element.url}
            readOnly={readOnly}
            onChange={(url) => setAddress(editor, ReactEditor.findPath(editor, element), url)}
          />
        </div>
      </div>
      <figcaption>{children}</figcaption>
    </figure>
  )
}
