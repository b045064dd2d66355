import { useState } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { HouseSettings } from './house-settings.tsx'
import './settings.css'

/** The settings. Each change is saved and applied at once, in every window. */
export function SettingsScreen() {
  const t = useT()
  const { settings, change } = useSettings()
  const [name, setName] = useState(settings.name)
  const [error, setError] = useState<unknown>(null)
  const set = (patch: Partial<Settings>): void => {
    setError(null)
    change(patch).catch(setError)
  }
  return (
    <Frame title={t('settings.title')} className="settings">
      <ErrorText error={error} isAnswer />
      <section aria-labelledby="settings-you">
        <h2 id="settings-you">{t('settings.you')}</h2>
        <TextField
          label={t('settings.name')}
          description={t('settings.name-hint')}
          value={name}
          maxLength={200}
          onChange={(value) => {
            setName(value)
            set({ name: value.trim() })
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
      </section>
      <section aria-labelledby="settings-appearance">
        <h2 id="settings-appearance">{t('settings.appearance')}</h2>
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
      </section>
      <HouseSettings onError={setError} />
    </Frame>
  )
}
