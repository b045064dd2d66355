import { useState } from 'react'
import { Copy } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

/** What was written: in words, where it lies, and the checksum by which others know it. */
export type Exported = { words: string; path: string; sha256: string }

/** Where the package or the file lies, and the checksum by which others know it. */
export function ExportResult({ result }: { result: Exported }) {
  const t = useT()
  const [copy, setCopy] = useState<'none' | 'done' | 'failed'>('none')
  return (
    <div className="export-result" role="status">
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
