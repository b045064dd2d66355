import { isEditor } from '#core/review/states.ts'
import { useState } from 'react'
import {
  findSection,
  isSameSection,
  mergeSections,
  moveSection,
  renameSection,
  type Section,
} from '#core/article/sections.ts'
import { useSections } from '#renderer/bridge/use-sections.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { NewsSectionRow, OtherSectionRow } from './news-section-row.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'
import { useUnify } from './use-unify.ts'

/** The sections of the house: their names, their order, and which spellings and names are one. Only an editor changes them. */
export function NewsSectionSettings({ settings: { sections, role }, set }: SectionProps) {
  const t = useT()
  const { used, reload } = useSections()
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [renamed, setRenamed] = useState<Section | null>(null)
  const unify = useUnify(reload)
  const change = (next: (now: readonly Section[]) => Section[]): void =>
    set((now) => ({ sections: next(now.sections) }))
  /** @returns why a section cannot have this name, or null. */
  const problem = (name: string, own: string | null): string | null => {
    if (name === '') return t('settings.news-section-needed')
    const there = findSection(sections, name)
    return there === null || there.name === own ? null : t('settings.news-section-there', { name: there.name })
  }
  const add = (): void => {
    const name = typed.trim()
    const wrong = problem(name, null)
    setRefusal(wrong)
    if (wrong !== null) return
    change((now) => [...now, { name, spellings: [] }])
    setTyped('')
  }
  const others = used.filter(({ name }) => findSection(sections, name) === null)
  const names = sections.map(({ name }) => name)
  return (
    <SettingsGroup
      id="settings-news-sections"
      title={t('settings.news-sections')}
      hint={t('settings.news-sections-hint')}
    >
      {isEditor(role) ? null : <p className="settings-hint">{t('settings.news-sections-editor')}</p>}
      <ol className="settings-list" aria-labelledby="settings-news-sections">
        {sections.map((section, place) => (
          <NewsSectionRow
            key={section.name}
            section={section}
            used={used.find(({ name }) => isSameSection(sections, name, section.name)) ?? null}
            others={names.filter((name) => name !== section.name)}
            place={{ isFirst: place === 0, isLast: place === sections.length - 1 }}
            isReadOnly={!isEditor(role)}
            onMove={(by) => change((now) => moveSection(now, section.name, by))}
            onRename={() => setRenamed(section)}
            onMerge={(into) => change((now) => mergeSections(now, section.name, into))}
            onRemove={() => change((now) => now.filter(({ name }) => name !== section.name))}
            onUnify={() => unify.run(section.name)}
          />
        ))}
      </ol>
      {unify.told === null ? null : (
        <p className="settings-hint" role="status">
          {unify.told}
        </p>
      )}
      <ErrorText error={unify.error} />
      {isEditor(role) ? (
        <>
          <TextField
            label={t('settings.news-section-name')}
            value={typed}
            maxLength={500}
            error={refusal}
            onChange={(name) => {
              setTyped(name)
              setRefusal(null)
            }}
          />
          <Button onPress={add}>{t('settings.news-section-add')}</Button>
        </>
      ) : null}
      {others.length === 0 || !isEditor(role) ? null : (
        <>
          <h3 className="settings-subtitle" id="settings-other-sections">
            {t('settings.news-section-others')}
          </h3>
          <ul className="settings-list" aria-labelledby="settings-other-sections">
            {others.map((other) => (
              <OtherSectionRow
                key={other.name}
                used={other}
                others={names}
                onAdd={() => change((now) => [...now, { name: other.name, spellings: [] }])}
                onMerge={(into) => change((now) => mergeSections(now, other.name, into))}
              />
            ))}
          </ul>
        </>
      )}
      {renamed === null ? null : (
        <FieldDialog
          title={t('settings.rename', { name: renamed.name })}
          label={t('settings.news-section-name')}
          initial={renamed.name}
          maxLength={500}
          apply={t('common.save')}
          cancel={t('common.cancel')}
          onApply={(value) => {
            const name = value.trim()
            const wrong = problem(name, renamed.name)
            if (wrong === null) change((now) => renameSection(now, renamed.name, name))
            return wrong
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </SettingsGroup>
  )
}
