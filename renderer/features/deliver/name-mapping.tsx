import { Plus, X } from 'lucide-react'
import type { MessageKey } from '#core/locale/translate.ts'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** A name of the house, and the destination's for it. */
type Row = readonly [here: string, there: string]

type NameMappingProps = {
  words: Readonly<Record<'title' | 'hint' | 'here' | 'there' | 'add', MessageKey>>
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
}

/** Maps names of the house to those of a destination. */
export function NameMapping({ words, rows, onChange }: NameMappingProps) {
  const t = useT()
  const set = (index: number, changed: Row): void => onChange(rows.map((row, at) => (at === index ? changed : row)))
  return (
    <fieldset className="sections">
      <legend className="field-label">{t(words.title)}</legend>
      <p className="deliver-soft">{t(words.hint)}</p>
      {rows.map(([here, there], index) => (
        // A row has no id but its position.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="section-row" key={index}>
          <TextField
            label={t(words.here)}
            value={here}
            maxLength={500}
            onChange={(value) => set(index, [value, there])}
          />
          <TextField
            label={t(words.there)}
            value={there}
            maxLength={200}
            onChange={(value) => set(index, [here, value])}
          />
          <IconButton
            label={t('destinations.section-remove')}
            icon={<X aria-hidden size={16} />}
            onPress={() => onChange(rows.filter((_row, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button icon={<Plus aria-hidden size={16} />} onPress={() => onChange([...rows, ['', '']])}>
          {t(words.add)}
        </Button>
      </div>
    </fieldset>
  )
}
