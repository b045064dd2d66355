import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { configOf, invalidFields, type Draft, type DraftField } from './draft.ts'
import { AuthorMapping } from './author-mapping.tsx'
import { FolderFields } from './folder-fields.tsx'
import { SectionMapping } from './section-mapping.tsx'
import { TestResult } from './test-result.tsx'

type DestinationFormProps = {
  /** Null for a new one. */
  id: string | null
  initial: Draft
  hasSecret: boolean
  vault: 'system' | 'file'
  onDone: () => void
}

/** Edits a destination, and tests it before anything is sent there. */
export function DestinationForm({ id, initial, hasSecret, vault, onDone }: DestinationFormProps) {
  const t = useT()
  const [draft, setDraft] = useState(initial)
  const [isChecked, setChecked] = useState(false)
  const [busy, setBusy] = useState<'test' | 'save' | null>(null)
  const [result, setResult] = useState<CallOutput<'destinations.test'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  const faults = new Set(isChecked ? invalidFields(draft, hasSecret) : [])
  const set = (patch: Partial<Draft>): void => {
    setDraft({ ...draft, ...patch })
    // A result is valid only for the values that were tested.
    setResult(null)
  }
  const fault = (field: DraftField): string | null => (faults.has(field) ? t(`destinations.fault-${field}`) : null)
  async function run(what: 'test' | 'save'): Promise<void> {
    // Before the focus moves, so that a screen reader reads what is wrong with the field.
    flushSync(() => setChecked(true))
    setError(null)
    setResult(null)
    const config = configOf(draft)
    const isComplete = invalidFields(draft, hasSecret).every((field) => what === 'test' && field === 'name')
    if (config === null || !isComplete) {
      focusFault(form.current)
      return
    }
    const entered = { id, config, ...(draft.secret.trim() === '' ? {} : { secret: draft.secret.trim() }) }
    setBusy(what)
    try {
      if (what === 'test') setResult(await call('destinations.test', entered))
      else {
        await call('destinations.save', { ...entered, name: draft.name.trim() })
        onDone()
      }
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(null)
    }
  }
  const { kind } = draft
  return (
    <form
      ref={form}
      className="destination-form"
      aria-label={t(`deliver.kind-${kind}`)}
      onSubmit={(event) => {
        event.preventDefault()
        void run('save')
      }}
    >
      <TextField
        label={t('destinations.name')}
        description={t('destinations.name-hint')}
        value={draft.name}
        error={fault('name')}
        maxLength={100}
        autoFocus
        onChange={(name) => set({ name })}
      />
      {kind === 'folder' ? (
        <FolderFields draft={draft} error={fault('folder')} onChange={set} />
      ) : (
        <TextField
          label={t('destinations.address')}
          value={draft.address}
          error={fault('address')}
          dir="ltr"
          placeholder="https://"
          maxLength={2048}
          onChange={(address) => set({ address })}
        />
      )}
      {kind === 'wordpress' ? (
        <TextField
          label={t('destinations.account')}
          value={draft.account}
          error={fault('account')}
          dir="ltr"
          maxLength={200}
          onChange={(account) => set({ account })}
        />
      ) : null}
      {kind === 'folder' ? null : (
        <>
          <TextField
            label={t(`destinations.secret-${kind}`)}
            description={t(hasSecret ? 'destinations.secret-kept' : `destinations.secret-${kind}-hint`)}
            value={draft.secret}
            error={fault('secret')}
            dir="ltr"
            isSecret
            maxLength={1000}
            onChange={(secret) => set({ secret })}
          />
          <p className="deliver-soft">{t(`deliver.vault-${vault}`)}</p>
          <SectionMapping rows={draft.sections} onChange={(sections) => set({ sections })} />
          <AuthorMapping rows={draft.authors} onChange={(authors) => set({ authors })} />
        </>
      )}
      <div className="deliver-buttons">
        <Button variant="primary" isPending={busy === 'save'} onPress={() => void run('save')}>
          {t('common.save')}
        </Button>
        <Button isPending={busy === 'test'} onPress={() => void run('test')}>
          {t('destinations.test')}
        </Button>
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
      {busy === 'test' ? <Progress label={t('destinations.testing')} /> : null}
      {result === null ? null : <TestResult result={result} />}
      <ErrorText error={error} isAnswer />
    </form>
  )
}

/** Moves the focus to the first field that is not accepted. */
function focusFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-invalid] :is(input, button)')?.focus()
}
