import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import { nanoid } from 'nanoid'
import { HOUSE_TEMPLATES } from '#core/article/templates.ts'
import type { Settings } from '#core/contract/settings.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useSettings, type SettingsPatch } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { BindingSettings } from './binding-settings.tsx'
import { PublisherSettings } from './publisher-settings.tsx'

type Change = (patch: SettingsPatch) => void

/** The house's rules: the publisher, what is required of an article, typing, field lengths, templates and snippets. */
export function HouseSettings({ onError }: { onError: (error: unknown) => void }) {
  const { settings, change } = useSettings()
  const set: Change = (patch) => void change(patch).catch(onError)
  return (
    <>
      <PublisherSettings house={settings.house} set={set} />
      <BindingSettings binding={settings.binding} isEditor={settings.role === 'editor'} set={set} />
      <TypingSettings typing={settings.typing} set={set} />
      <LimitSettings limits={settings.limits} set={set} />
      <TemplateSettings templates={settings.templates} set={set} />
      <SnippetSettings snippets={settings.snippets} set={set} />
    </>
  )
}

const SWITCHES = [
  ['quotes', 'settings.typing-quotes'],
  ['dashes', 'settings.typing-dashes'],
  ['blocks', 'settings.typing-blocks'],
] as const satisfies readonly (readonly [string, MessageKey])[]

function TypingSettings({ typing, set }: { typing: Settings['typing']; set: Change }) {
  const t = useT()
  return (
    <section aria-labelledby="settings-typing">
      <h2 id="settings-typing">{t('settings.typing')}</h2>
      {SWITCHES.map(([name, label]) => (
        <Segmented
          key={name}
          label={t(label)}
          value={typing[name] ? 'on' : 'off'}
          onChange={(value) => set((now) => ({ typing: { ...now.typing, [name]: value === 'on' } }))}
          options={[
            { value: 'on', label: t('settings.on') },
            { value: 'off', label: t('settings.off') },
          ]}
        />
      ))}
      <Segmented
        label={t('settings.typing-digits')}
        value={typing.digits}
        onChange={(digits) => set((now) => ({ typing: { ...now.typing, digits } }))}
        options={[
          { value: 'as-typed', label: t('settings.digits-as-typed') },
          { value: 'latn', label: t('settings.digits-latn') },
          { value: 'arab', label: t('settings.digits-arab') },
        ]}
      />
    </section>
  )
}

const LIMITS = [
  ['kicker', 'writing.addKicker'],
  ['headline', 'writing.headline'],
  ['deck', 'writing.addDeck'],
  ['seoTitle', 'writing.seoTitle'],
  ['seoDescription', 'writing.seoDescription'],
] as const satisfies readonly (readonly [string, MessageKey])[]

function LimitSettings({ limits, set }: { limits: Settings['limits']; set: Change }) {
  const t = useT()
  const [font, setFont] = useState(limits.font)
  return (
    <section aria-labelledby="settings-limits">
      <h2 id="settings-limits">{t('settings.limits')}</h2>
      <p className="settings-hint">{t('settings.limits-hint')}</p>
      <TextField
        label={t('settings.limits-font')}
        value={font}
        dir="ltr"
        maxLength={200}
        onChange={(typed) => {
          setFont(typed)
          if (typed.trim() !== '') set((now) => ({ limits: { ...now.limits, font: typed.trim() } }))
        }}
      />
      <div className="settings-limits">
        {LIMITS.map(([name, label]) => (
          <label key={name} className="field">
            <span className="field-label">{t(label)}</span>
            <input
              className="field-input"
              type="number"
              min={0}
              max={1000}
              defaultValue={limits[name]}
              onChange={(event) => {
                const limit = event.target.valueAsNumber
                if (Number.isInteger(limit) && limit >= 0 && limit <= 1000)
                  set((now) => ({ limits: { ...now.limits, [name]: limit } }))
              }}
            />
          </label>
        ))}
      </div>
    </section>
  )
}

function TemplateSettings({ templates, set }: { templates: Settings['templates']; set: Change }) {
  const t = useT()
  const missing = HOUSE_TEMPLATES.filter(({ id }) => !templates.some((each) => each.id === id))
  return (
    <section aria-labelledby="settings-templates">
      <h2 id="settings-templates">{t('settings.templates')}</h2>
      <p className="settings-hint">{t('settings.templates-hint')}</p>
      <ul className="settings-list">
        {templates.map((template) => (
          <li key={template.id}>
            <TextField
              label={t('settings.rename')}
              value={template.name}
              maxLength={100}
              onChange={(name) => {
                if (name.trim() === '') return
                set({ templates: templates.map((each) => (each === template ? { ...each, name } : each)) })
              }}
            />
            <IconButton
              label={`${t('settings.remove')}: ${template.name}`}
              icon={<Trash2 aria-hidden size={16} />}
              onPress={() => set({ templates: templates.filter((each) => each !== template) })}
            />
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <Button onPress={() => set({ templates: [...templates, ...missing] })}>
          {t('settings.templates-restore')}
        </Button>
      )}
    </section>
  )
}

function SnippetSettings({ snippets, set }: { snippets: Settings['snippets']; set: Change }) {
  const t = useT()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const add = (): void => {
    if (name.trim() === '' || text.trim() === '') return
    set({ snippets: [...snippets, { id: nanoid(), name: name.trim(), text }] })
    setName('')
    setText('')
  }
  return (
    <section aria-labelledby="settings-snippets">
      <h2 id="settings-snippets">{t('settings.snippets')}</h2>
      <p className="settings-hint">{t('settings.snippets-hint')}</p>
      <ul className="settings-list">
        {snippets.map((snippet) => (
          <li key={snippet.id}>
            <TextField
              label={snippet.name}
              value={snippet.text}
              multiline
              maxLength={5000}
              onChange={(typed) =>
                set({ snippets: snippets.map((each) => (each === snippet ? { ...each, text: typed } : each)) })
              }
            />
            <IconButton
              label={`${t('settings.remove')}: ${snippet.name}`}
              icon={<Trash2 aria-hidden size={16} />}
              onPress={() => set({ snippets: snippets.filter((each) => each !== snippet) })}
            />
          </li>
        ))}
      </ul>
      <TextField label={t('settings.snippet-name')} value={name} onChange={setName} maxLength={100} />
      <TextField label={t('settings.snippet-text')} value={text} onChange={setText} maxLength={5000} multiline />
      <Button onPress={add}>{t('settings.snippet-add')}</Button>
    </section>
  )
}
