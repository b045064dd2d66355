import type { ReactNode } from 'react'
import { useT } from './locale.tsx'
import './row-headline.css'

/** The headline of an article in a list, on up to two lines, or a placeholder. */
export function RowHeadline({ headline, children }: { headline: string; children?: ReactNode }) {
  const t = useT()
  return (
    // The headline is Arabic; the placeholder is a word of the interface.
    <div className="row-headline" dir={headline === '' ? undefined : 'rtl'} data-untitled={headline === ''}>
      {headline === '' ? t('common.untitled') : (children ?? headline)}
    </div>
  )
}
