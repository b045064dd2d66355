import { useEffect, useMemo, useRef, useState } from 'react'
import type { Sides } from '#core/changes/sides.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AlertText, COMPARISON_FAILURES, ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useInWorker } from '#renderer/worker/use-in-worker.ts'
import { Clashes } from './clashes.tsx'
import { MergedText } from './merged-text.tsx'
import { mergingOf, openClashes, type Merging, type Settlement, type Settlements } from './settling.ts'
import '../comparison.css'
import './merging.css'

type MergePageProps = {
  sides: Sides
  /** Where their version comes from, or whose it is. */
  name: string
  /** Merges. @throws ContractError, after which the page stays as it is. */
  onMerge: (merging: Merging) => Promise<void>
  /** Leaves everything as it was. */
  onCancel: () => void
}

/** Two versions of an article, what both made of it, and what only a person can decide. Covers the page, as a comparison. */
export function MergePage({ sides, name, onMerge, onCancel }: MergePageProps) {
  const t = useT()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const over = useInWorker('two versions of an article', sides)
  const read = over?.output ?? null
  const [settlements, setSettlements] = useState<Settlements>(new Map())
  const [isWorking, setWorking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const count = read?.merged.clashes.length ?? 0
  const open = openClashes(settlements, count)
  const settle = (clash: number, settlement: Settlement): void =>
    setSettlements((earlier) => new Map(earlier).set(clash, settlement))
  const merge = (): void => {
    if (read === null) return
    setWorking(true)
    setError(null)
    onMerge(mergingOf(sides, read.merged, settlements))
      .catch(setError)
      .finally(() => setWorking(false))
  }
  const shown = useMemo(
    () => (read === null ? null : { sides, merged: read.merged, settlements }),
    [sides, read, settlements],
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape works wherever the focus is in it
    <section
      className="comparison merging"
      aria-labelledby="merging-title"
      data-testid="merging"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isWorking) return
        event.preventDefault()
        onCancel()
      }}
    >
      <header className="comparison-head">
        <div className="comparison-line">
          <div className="merging-words">
            <h2 ref={title} id="merging-title" className="merging-title" tabIndex={-1}>
              {t('merging.title')}
            </h2>
            <p className="merging-lead">{t('merging.lead', { name })}</p>
          </div>
          <div className="merging-actions">
            <Button onPress={onCancel} isDisabled={isWorking}>
              {t('common.cancel')}
            </Button>
            <Button variant="primary" isDisabled={read === null || open > 0} isPending={isWorking} onPress={merge}>
              {t('merging.merge')}
            </Button>
          </div>
        </div>
      </header>
      <div className="comparison-body">
        <p className="merging-status" role="status" data-open={open > 0}>
          {read === null ? '' : open > 0 ? t('merging.open', { count: open }) : t('merging.ready')}
        </p>
        <ErrorText error={error} />
        {over === null ? <Progress label={t('common.loading')} /> : null}
        {over?.failure === null || over === null ? null : (
          <AlertText text={t(COMPARISON_FAILURES[over.failure])} isAnswer={false} />
        )}
        {read === null ? null : <Clashes clashes={read.clashes} settlements={settlements} onSettle={settle} />}
        {shown === null ? null : <MergedText {...shown} />}
      </div>
    </section>
  )
}
