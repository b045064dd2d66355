import { useState, type ReactNode } from 'react'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { HANDOVER_EXTENSION } from '#core/newsroom/handover/bag.ts'
import type { HandoverFile, HandoverPreview } from '#core/contract/handover.ts'
import type { ImportedLine } from '#core/import/text/lines.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { ArticlesStep } from './articles-step.tsx'
import type { Taking } from './choices.ts'
import { ReviewStep } from './review-step.tsx'
import { SourceStep } from './source-step.tsx'
import './importing.css'

/** The most that a call can carry in base64. The command line has no limit. */
const MAX_BYTES = 45 * 1024 * 1024

type Source = CallInput<'import.recognise'>
/** A hand-over that was opened, and what it would do. */
export type Handed = { file: HandoverFile; found: HandoverPreview }

type ImportScreenProps = {
  onAccepted: (id: string) => void
  /** Called when several articles were imported. */
  onSeveral: () => void
  /** Called to merge articles of a file into those here, one after another. */
  onMerge: (merges: readonly ImportMerge[]) => void
  /** Shows what a hand-over would do, and takes it in. */
  renderHandover: (handed: Handed) => ReactNode
}

/** An article of a file, the article here into which it can be merged, and the revision from which both grew. */
export type ImportMerge = CallOutput<'import.sides'> & {
  /** The name of the file. */
  name: string
  /** Keeps the article of the file, before it is merged. @throws ContractError */
  keep: () => Promise<unknown>
}

/** Imports text or a file: first the source, then a preview. Nothing is stored before a person accepts it. */
export function ImportScreen({ onAccepted, onSeveral, onMerge, renderHandover }: ImportScreenProps) {
  const t = useT()
  const [source, setSource] = useState<Source | null>(null)
  const [found, setFound] = useState<CallOutput<'import.recognise'> | null>(null)
  const [handed, setHanded] = useState<Handed | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isTooLarge, setTooLarge] = useState(false)
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
  const recognise = (from: () => Source | Promise<Source>): void =>
    void attempt(async () => {
      const given = await from()
      setFound(await call('import.recognise', given))
      setSource(given)
    })
  const lookAt = (opened: File): void =>
    void attempt(async () => {
      const bytes = await toBase64(opened)
      const file = { bytes }
      setHanded({ file, found: await call('handover.look', { file }) })
    })
  const openFile = (file: File): void => {
    setTooLarge(file.size > MAX_BYTES)
    setError(null)
    if (file.size > MAX_BYTES) return
    if (file.name.toLowerCase().endsWith(HANDOVER_EXTENSION)) lookAt(file)
    else recognise(async () => ({ name: file.name.slice(-255), bytes: await toBase64(file) }))
  }
  const accept = (lines: ImportedLine[], section: string): void =>
    void attempt(async () => onAccepted((await call('import.accept', { lines, section })).id))
  const take = ({ choices, merges }: Taking): void =>
    void attempt(async () => {
      if (source === null || !('bytes' in source)) return
      // Before anything is imported: a file that cannot be merged must leave nothing behind that a second try would double.
      const waiting: ImportMerge[] = []
      for (const index of merges) {
        const chosen = { ...source, index }
        // oxlint-disable-next-line no-await-in-loop -- each reads the file in a worker
        const sides = await call('import.sides', chosen)
        waiting.push({ ...sides, name: source.name, keep: () => call('import.keep', chosen) })
      }
      const { ids } = choices.length === 0 ? { ids: [] } : await call('import.take', { ...source, choices })
      const [id] = ids
      if (waiting.length > 0) onMerge(waiting)
      else if (ids.length === 1 && id !== undefined) onAccepted(id)
      else onSeveral()
    })
  const again = (): void => {
    setHanded(null)
    setFound(null)
    setSource(null)
    setError(null)
  }

  if (handed !== null) {
    return (
      <Frame title={t('handover.came')} actions={<Button onPress={again}>{t('importing.again-file')}</Button>}>
        {renderHandover(handed)}
      </Frame>
    )
  }
  if (found === null) {
    return (
      <SourceStep
        error={error}
        refusal={isTooLarge ? t('importing.too-large-here') : null}
        isWorking={isWorking}
        onText={(text) => recognise(() => ({ text }))}
        onFile={openFile}
      />
    )
  }
  if (found.kind === 'articles') {
    return (
      <ArticlesStep
        found={found}
        error={error}
        isWorking={isWorking}
        onTake={take}
        onOpen={onAccepted}
        onAgain={again}
      />
    )
  }
  return <ReviewStep found={found} error={error} isWorking={isWorking} onAccept={accept} onAgain={again} />
}
