import { useState } from 'react'
import { useT } from '#renderer/ui/locale.tsx'

/**
 * The page as readers will see it. Sandboxed without scripts or network: the content may come from anywhere. It is shown
 * once it is loaded: until then the browser would draw a white page, in the dark theme too.
 */
export function Preview({ html }: { html: string }) {
  const t = useT()
  const [loaded, setLoaded] = useState<string | null>(null)
  return (
    <iframe
      className="publish-preview"
      title={t('publish.preview')}
      data-testid="preview"
      data-loaded={loaded === html}
      onLoad={() => setLoaded(html)}
      sandbox=""
      srcDoc={html}
    />
  )
}
