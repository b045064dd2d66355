import { useState } from 'react'
import { getLocalTimeZone } from '@internationalized/date'
import type { Metadata } from '#core/article/metadata.ts'
import { useSections } from '#renderer/bridge/use-sections.ts'
import { DatePicker } from '#renderer/ui/date-picker.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { SuggestField } from '#renderer/ui/suggest-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { formatKeywords, parseKeywords } from './keywords.ts'
import { fromZoned, nextHour, toZoned } from '#renderer/ui/zoned-time.ts'

type DetailsPanelProps = { metadata: Metadata; onChange: (patch: Partial<Metadata>) => void; readOnly: boolean }

const URGENCIES = [1, 2, 3, 4, 5, 6, 7, 8]

/** The form for the metadata that a CMS needs. */
export function DetailsPanel({ metadata, onChange, readOnly }: DetailsPanelProps) {
  const t = useT()
  const { names, matches, spell } = useSections()
  // Kept as typed: parsing would remove a comma that was just typed.
  const [keywords, setKeywords] = useState(formatKeywords(metadata.keywords))
  const [zone] = useState(getLocalTimeZone)
  const [begin] = useState(() => nextHour(new Date(), zone))
  const line = { isDisabled: readOnly, maxLength: 500 }
  return (
    <div className="details">
      <SuggestField
        {...line}
        label={t('writing.section')}
        value={metadata.section}
        suggestions={names}
        matches={matches}
        onChange={(section) => onChange({ section })}
        onLeave={(typed) => {
          const section = spell(typed)
          if (section !== typed) onChange({ section })
        }}
      />
      <TextField
        {...line}
        label={t('writing.slug')}
        description={t('writing.slugHint')}
        value={metadata.slug}
        onChange={(slug) => onChange({ slug })}
      />
      <TextField
        isDisabled={readOnly}
        label={t('writing.keywords')}
        description={t('writing.keywordsHint')}
        value={keywords}
        onChange={(typed) => {
          setKeywords(typed)
          onChange({ keywords: parseKeywords(typed) })
        }}
      />
      <TextField
        {...line}
        label={t('writing.place')}
        value={metadata.place}
        onChange={(place) => onChange({ place })}
      />
      <label className="field">
        <span className="field-label">{t('writing.urgency')}</span>
        <select
          className="field-input"
          disabled={readOnly}
          value={metadata.urgency ?? ''}
          onChange={(event) => onChange({ urgency: event.target.value === '' ? null : Number(event.target.value) })}
        >
          <option value="">{t('writing.urgencyNone')}</option>
          {URGENCIES.map((urgency) => (
            <option key={urgency} value={urgency}>
              {urgency === 1 ? t('writing.urgencyMost') : urgency}
            </option>
          ))}
        </select>
      </label>
      <DatePicker
        label={t('writing.embargo')}
        clear={t('writing.embargoLift')}
        isDisabled={readOnly}
        begin={begin}
        value={toZoned(metadata.embargo, zone)}
        onChange={(time) => onChange({ embargo: fromZoned(time) })}
      />
      <TextField
        {...line}
        label={t('writing.seoTitle')}
        value={metadata.seoTitle}
        onChange={(seoTitle) => onChange({ seoTitle })}
      />
      <TextField
        isDisabled={readOnly}
        maxLength={2000}
        multiline
        label={t('writing.seoDescription')}
        value={metadata.seoDescription}
        onChange={(seoDescription) => onChange({ seoDescription })}
      />
    </div>
  )
}
