import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useSettings, type SettingsPatch } from '#renderer/bridge/settings.tsx'
import { useMay } from '#renderer/bridge/who.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { useMedia } from '#renderer/ui/use-media.ts'
import { sectionNamed, SETTINGS_SECTIONS, type SettingsSection } from './section-names.ts'
import { SECTIONS } from './sections.ts'
import './settings.css'

/** Too narrow for a list beside the settings. */
const NARROW = '(width < 56rem)'

type SettingsScreenProps = { section: SettingsSection; onSection: (section: SettingsSection) => void }

/**
 * The settings, one section at a time, with the list of sections beside them; in a narrow window above them, folded. Each
 * change is saved and applied at once, in every window.
 */
export function SettingsScreen({ section, onSection }: SettingsScreenProps) {
  const t = useT()
  const { settings, change } = useSettings()
  const isNarrow = useMedia(NARROW)
  const [error, setError] = useState<unknown>(null)
  const set = (patch: SettingsPatch): void => {
    setError(null)
    change(patch).catch(setError)
  }
  const mayChangeHouse = useMay('house settings').may
  const { View } = SECTIONS[section]
  const view = (
    <>
      <ErrorText error={error} isAnswer />
      {SECTIONS[section].isOfHouse && !mayChangeHouse ? (
        <>
          <p className="settings-hint">{t('people.only-administrator')}</p>
          <fieldset className="settings-fixed" disabled>
            <View settings={settings} set={set} />
          </fieldset>
        </>
      ) : (
        <View settings={settings} set={set} />
      )}
    </>
  )
  return (
    <Frame title={t('settings.title')} className="settings">
      {isNarrow ? (
        <>
          <label className="field">
            <span className="field-label">{t('settings.sections')}</span>
            <select
              className="field-input"
              value={section}
              onChange={(event) => onSection(sectionNamed(event.target.value))}
            >
              {SETTINGS_SECTIONS.map((id) => (
                <option key={id} value={id}>
                  {t(SECTIONS[id].label)}
                </option>
              ))}
            </select>
          </label>
          <div className="settings-panel">{view}</div>
        </>
      ) : (
        <Tabs
          className="settings-tabs"
          orientation="vertical"
          selectedKey={section}
          onSelectionChange={(key) => onSection(sectionNamed(String(key)))}
        >
          <TabList className="settings-sections" aria-label={t('settings.sections')}>
            {SETTINGS_SECTIONS.map((id) => (
              <Tab key={id} id={id} className="settings-tab">
                {t(SECTIONS[id].label)}
              </Tab>
            ))}
          </TabList>
          {SETTINGS_SECTIONS.map((id) => (
            <TabPanel key={id} id={id} className="settings-panel">
              {id === section ? view : null}
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Frame>
  )
}
