import { useState } from 'react'
import { Copy } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { intoView } from '#renderer/ui/into-view.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

/** What an export wrote: a message, the path and the checksum. */
export type Exported = { words: string; path: string; sha256: string }

/** The path and checksum of an exported package or file. */
export function ExportResult({ result }: { result: Exported }) {
  const t = useT()
  const [copy, setCopy] = useState<'none' | 'done' | 'failed'>('none')
  return (
    <div ref={intoView} className="export-result" role="status">
      <p className="export-done">{result.words}</p>
      <dl>
        <dt>{t('publish.path')}</dt>
        <dd dir="ltr" data-testid="export-path">
          <PathText path={result.path} />
        </dd>
        <dt>{t('publish.checksum')}</dt>
        <dd dir="ltr" data-testid="export-checksum">
          {result.sha256}
        </dd>
      </dl>
      <Button
        icon={<Copy aria-hidden size={16} />}
        onPress={() =>
          void navigator.clipboard.writeText(result.path).then(
            () => setCopy('done'),
            () => setCopy('failed'),
          )
        }
      >
        {t(copy === 'done' ? 'publish.copied' : 'publish.copy-path')}
      </Button>
      {copy === 'failed' ? <p className="error-text">{t('publish.copy-failed')}</p> : null}
    </div>
  )
}
