import { useState } from 'react'
import type { Sections } from '#renderer/bridge/use-sections.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { SuggestField } from '#renderer/ui/suggest-field.tsx'

type SectionDialogProps = { count: number; sections: Sections; onApply: (section: string) => void; onClose: () => void }

/** Asks for the section that several articles get. */
export function SectionDialog({ count, sections, onApply, onClose }: SectionDialogProps) {
  const t = useT()
  const [section, setSection] = useState('')
  const { names, spell, matches } = sections
  return (
    <Dialog
      title={t('library.many-section-title', { count })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isDisabled={section.trim() === ''} onPress={() => onApply(section.trim())}>
            {t('library.many-section-apply')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <SuggestField
        label={t('writing.section')}
        description={t('library.many-section-text')}
        value={section}
        suggestions={names}
        matches={matches}
        onChange={setSection}
        onLeave={(typed) => setSection(spell(typed))}
        maxLength={500}
        autoFocus
      />
    </Dialog>
  )
}
