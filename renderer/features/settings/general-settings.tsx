import { useState } from 'react'
import { useWho } from '#renderer/bridge/who.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

/** Who works at this machine, and how Midad looks to them. */
export function GeneralSettings({ settings, set }: SectionProps) {
  const t = useT()
  const who = useWho()
  // Kept as typed: a stored name is trimmed, and never empty.
  const [name, setName] = useState(settings.name)
  return (
    <>
      <SettingsGroup id="settings-you" title={t('settings.you')}>
        {who?.house !== null && who?.house !== undefined ? (
          <p className="settings-hint">{t('people.decided-by-house')}</p>
        ) : (
          <>
            <TextField
              label={t('settings.name')}
              description={t('settings.name-hint')}
              error={name.trim() === '' ? t('settings.name-needed') : null}
              value={name}
              maxLength={200}
              onChange={(value) => {
                setName(value)
                if (value.trim() !== '') set({ name: value.trim() })
              }}
            />
            <Segmented
              label={t('settings.role')}
              value={settings.role}
              onChange={(role) => set({ role })}
              options={[
                { value: 'reporter', label: t('common.role-reporter') },
                { value: 'editor', label: t('common.role-editor') },
              ]}
            />
          </>
        )}
      </SettingsGroup>
      <SettingsGroup id="settings-appearance" title={t('settings.appearance')}>
        <Segmented
          label={t('settings.language')}
          value={settings.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'ar', label: t('settings.language-ar') },
            { value: 'en', label: t('settings.language-en') },
          ]}
        />
        <Segmented
          label={t('settings.theme')}
          value={settings.theme}
          onChange={(theme) => set({ theme })}
          options={[
            { value: 'system', label: t('settings.theme-system') },
            { value: 'light', label: t('settings.theme-light') },
            { value: 'dark', label: t('settings.theme-dark') },
          ]}
        />
        <Segmented
          label={t('settings.digits')}
          value={settings.digits}
          onChange={(digits) => set({ digits })}
          options={[
            { value: 'latn', label: t('settings.digits-latn') },
            { value: 'arab', label: t('settings.digits-arab') },
          ]}
        />
      </SettingsGroup>
    </>
  )
}
