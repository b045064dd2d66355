import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { extraFormatSchema, type ExtraFormat } from '#core/export/formats.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import './package-formats.css'

/** Chooses the optional formats of packages. The choice is the house's: it is stored in the settings. */
export function PackageFormats() {
  const { t, tag } = useLocale()
  const { settings, change } = useSettings()
  const [error, setError] = useState<unknown>(null)
  /** The choice until the settings are saved. */
  const [wanted, setWanted] = useState<readonly ExtraFormat[] | null>(null)
  const chosen = wanted ?? settings.packageFormats
  const names = chosen.map((format) => t(`publish.format-${format}`))
  const toggle = (format: ExtraFormat): void => {
    setError(null)
    const isWanted = (each: ExtraFormat): boolean => (each === format) !== chosen.includes(each)
    const next = extraFormatSchema.options.filter(isWanted)
    setWanted(next)
    change({ packageFormats: next })
      .catch(setError)
      .finally(() => setWanted(null))
  }
  return (
    <details className="export-extras">
      <summary>
        <ChevronDown aria-hidden size={16} />
        <span>
          {t('publish.extras')}{' '}
          <span className="export-extras-chosen">
            {names.length === 0
              ? t('publish.extras-none')
              : new Intl.ListFormat(tag, { type: 'conjunction' }).format(names)}
          </span>
        </span>
      </summary>
      <fieldset>
        <legend>{t('publish.extras-hint')}</legend>
        {extraFormatSchema.options.map((format) => (
          <label key={format} className="export-extra">
            <input type="checkbox" checked={chosen.includes(format)} onChange={() => toggle(format)} />
            {t(`publish.format-${format}`)}
          </label>
        ))}
      </fieldset>
      <ErrorText error={error} />
    </details>
  )
}
