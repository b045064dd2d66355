import { useState } from 'react'
import { Pencil, Trash2 } from 'lucide-react'
import { HOUSE_TEMPLATES, type Template } from '#core/article/templates.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

/** The templates that new articles can begin from. */
export function TemplateSettings({ settings: { templates }, set }: SectionProps) {
  const t = useT()
  const [renamed, setRenamed] = useState<Template | null>(null)
  const missing = HOUSE_TEMPLATES.filter(({ id }) => !templates.some((each) => each.id === id))
  return (
    <SettingsGroup id="settings-templates" title={t('settings.templates')} hint={t('settings.templates-hint')}>
      <ul className="settings-list">
        {templates.map((template) => (
          <li key={template.id}>
            <span className="settings-item">{template.name}</span>
            <IconButton
              label={t('settings.rename', { name: template.name })}
              icon={<Pencil aria-hidden size={16} />}
              onPress={() => setRenamed(template)}
            />
            <IconButton
              label={t('settings.remove', { name: template.name })}
              icon={<Trash2 aria-hidden size={16} />}
              onPress={() => set((now) => ({ templates: now.templates.filter(({ id }) => id !== template.id) }))}
            />
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <Button onPress={() => set((now) => ({ templates: [...now.templates, ...missing] }))}>
          {t('settings.templates-restore')}
        </Button>
      )}
      {renamed === null ? null : (
        <FieldDialog
          title={t('settings.rename', { name: renamed.name })}
          label={t('settings.template-name')}
          initial={renamed.name}
          maxLength={100}
          apply={t('common.save')}
          cancel={t('common.cancel')}
          onApply={(typed) => {
            const name = typed.trim()
            if (name === '') return t('settings.template-name-needed')
            set((now) => ({
              templates: now.templates.map((each) => (each.id === renamed.id ? { ...each, name } : each)),
            }))
            return null
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </SettingsGroup>
  )
}
