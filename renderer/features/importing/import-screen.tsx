import { useState } from 'react'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { MAX_ARTICLE_FILE } from '#core/contract/import.ts'
import type { ImportedLine } from '#core/import/text/lines.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { ReviewStep } from './review-step.tsx'
import { SourceStep } from './source-step.tsx'
import './importing.css'

/** As the service has it; a larger file is refused before it is read. */
const MAX_BYTES = 10 * 1024 * 1024

/** A file of one article that Midad saved elsewhere. */
const isArticleFile = (file: File): boolean => /\.json$/iu.test(file.name)

type Source = CallInput<'import.recognise'>

async function sourceOf(file: File): Promise<Source> {
  if (file.size > MAX_BYTES) throw new ContractError('text-too-large')
  return { name: file.name.slice(-255), bytes: await toBase64(file) }
}

/** Brings a text in: first where it comes from, then what it is. Nothing is stored before it is accepted. */
export function ImportScreen({ onAccepted }: { onAccepted: (id: string) => void }) {
  const actor = useActor()
  const [found, setFound] = useState<CallOutput<'import.recognise'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    setWorking(true)
    setError(null)
    try {
      await work()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setWorking(false)
    }
  }
  const recognise = (source: () => Source | Promise<Source>): void =>
    void attempt(async () => setFound(await call('import.recognise', await source())))
  const takeIn = (file: File): void =>
    void attempt(async () => {
      if (file.size > MAX_ARTICLE_FILE) throw new ContractError('text-too-large')
      onAccepted((await call('import.article', { text: await file.text(), actor })).id)
    })
  const accept = (lines: ImportedLine[], section: string): void =>
    void attempt(async () => onAccepted((await call('import.accept', { lines, section, actor })).id))

  if (found === null) {
    return (
      <SourceStep
        error={error}
        isWorking={isWorking}
        onText={(text) => recognise(() => ({ text }))}
        onFile={(file) => (isArticleFile(file) ? takeIn(file) : recognise(() => sourceOf(file)))}
      />
    )
  }
  return (
    <ReviewStep
      found={found}
      error={error}
      isWorking={isWorking}
      onAccept={accept}
      onAgain={() => {
        setFound(null)
        setError(null)
      }}
    />
  )
}
