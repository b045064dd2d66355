import { formatSchema, type FormatId } from '#core/export/formats.ts'
import { useT } from '#renderer/ui/locale.tsx'
import '#renderer/ui/field.css'

/** A package, or one format as a single file. */
export type Choice = 'package' | FormatId

type FormatSelectProps = { value: Choice; onChange: (choice: Choice) => void }

const CHOICES: readonly Choice[] = ['package', ...formatSchema.options]

/** Chooses the format of the export. */
export function FormatSelect({ value, onChange }: FormatSelectProps) {
  const t = useT()
  return (
    <label className="field export-format">
      <span className="field-label">{t('publish.format')}</span>
      <select
        className="field-input"
        value={value}
        onChange={({ target }) => {
          const choice = CHOICES.find((each) => each === target.value)
          if (choice !== undefined) onChange(choice)
        }}
      >
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`publish.format-${choice}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
