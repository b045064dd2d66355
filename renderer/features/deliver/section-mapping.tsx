import { Plus, X } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Draft } from './draft.ts'

type Rows = Draft['sections']

/** Maps the house's sections to the destination's names. A section that is not listed keeps its name. */
export function SectionMapping({ rows, onChange }: { rows: Rows; onChange: (rows: Rows) => void }) {
  const t = useT()
  const set = (index: number, patch: Partial<Rows[number]>): void =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)))
  return (
    <fieldset className="sections">
      <legend className="field-label">{t('destinations.sections')}</legend>
      <p className="deliver-soft">{t('destinations.sections-hint')}</p>
      {rows.map((row, index) => (
        // A row has no id but its position.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="section-row" key={index}>
          <TextField
            label={t('destinations.section')}
            value={row.section}
            maxLength={500}
            onChange={(section) => set(index, { section })}
          />
          <TextField
            label={t('destinations.category')}
            value={row.category}
            maxLength={200}
            onChange={(category) => set(index, { category })}
          />
          <IconButton
            label={t('destinations.section-remove')}
            icon={<X aria-hidden size={16} />}
            onPress={() => onChange(rows.filter((_row, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<Plus aria-hidden size={16} />}
          onPress={() => onChange([...rows, { section: '', category: '' }])}
        >
          {t('destinations.section-add')}
        </Button>
      </div>
    </fieldset>
  )
}
