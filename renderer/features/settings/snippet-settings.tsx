import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import { nanoid } from 'nanoid'
import type { Settings } from '#core/contract/settings.ts'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { SettingsGroup, type SectionProps } from './section.tsx'

/** Words that the slash menu inserts. */
export function SnippetSettings({ settings: { snippets }, set }: SectionProps) {
  const t = useT()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const add = (): void => {
    if (name.trim() === '' || text.trim() === '') return
    const added = { id: nanoid(), name: name.trim(), text }
    set((now) => ({ snippets: [...now.snippets, added] }))
    setName('')
    setText('')
  }
  return (
    <SettingsGroup id="settings-snippets" title={t('settings.snippets')} hint={t('settings.snippets-hint')}>
      <ul className="settings-list">
        {snippets.map((snippet) => (
          <li key={snippet.id}>
            <SnippetText
              snippet={snippet}
              onChange={(changed) =>
                set((now) => ({
                  snippets: now.snippets.map((each) => (each.id === snippet.id ? { ...each, text: changed } : each)),
                }))
              }
            />
            <IconButton
              label={t('settings.remove', { name: snippet.name })}
              icon={<Trash2 aria-hidden size={16} />}
              onPress={() => set((now) => ({ snippets: now.snippets.filter(({ id }) => id !== snippet.id) }))}
            />
          </li>
        ))}
      </ul>
      <TextField label={t('settings.snippet-name')} value={name} onChange={setName} maxLength={100} />
      <TextField label={t('settings.snippet-text')} value={text} onChange={setText} maxLength={5000} multiline />
      <Button onPress={add}>{t('settings.snippet-add')}</Button>
    </SettingsGroup>
  )
}

type SnippetTextProps = { snippet: Settings['snippets'][number]; onChange: (text: string) => void }

function SnippetText({ snippet, onChange }: SnippetTextProps) {
  // What is typed is shown before it is saved: else the caret would jump to the end at every letter.
  const [typed, setTyped] = useState(snippet.text)
  return (
    <TextField
      label={snippet.name}
      value={typed}
      multiline
      maxLength={5000}
      onChange={(text) => {
        setTyped(text)
        onChange(text)
      }}
    />
  )
}
