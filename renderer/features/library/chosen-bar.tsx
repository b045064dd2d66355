import { PackageOpen } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { MAX_CHOSEN } from './list/use-chosen.ts'
import './chosen.css'

type ChosenBarProps = { count: number; onExport: () => void; onClear: () => void }

/** Actions on the selected articles. The bar stands below the list, so that no row moves when it appears. */
export function ChosenBar({ count, onExport, onClear }: ChosenBarProps) {
  const t = useT()
  return (
    <div className="chosen-bar" role="group" aria-label={t('library.chosen-group')} data-testid="chosen">
      <div className="chosen-column">
        <p className="chosen-count" role="status">
          {t('library.chosen', { count })}
          {count === MAX_CHOSEN ? <span className="chosen-most">{t('library.chosen-most')}</span> : null}
        </p>
        <Button variant="primary" icon={<PackageOpen aria-hidden size={16} />} onPress={onExport}>
          {t('library.chosen-export')}
        </Button>
        <Button onPress={onClear}>{t('library.chosen-clear')}</Button>
      </div>
    </div>
  )
}
