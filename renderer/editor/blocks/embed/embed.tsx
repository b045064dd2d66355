import { Code } from 'lucide-react'
import { ReactEditor, useReadOnly, useSlateStatic } from 'slate-react'
import type { Embed as EmbedBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { setAddress } from '../../commands/insert.ts'
import { Address } from '../address.tsx'
import { CaptionHint } from '../figure/caption-hint.ts'
import type { BlockViewProps } from '../line.tsx'
import './embed.css'

/** @returns the host of an address without `www.`, or '' for an address without one. */
function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./u, '') ?? ''
}

/** A post or video of another site, shown as a card. Nothing is loaded from the site. */
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
      <figcaption>
        <CaptionHint value={t('writing.embedCaptionHint')}>{children}</CaptionHint>
      </figcaption>
    </figure>
  )
}
