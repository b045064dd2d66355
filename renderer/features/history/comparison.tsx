import { useEffect, useRef, useState } from 'react'
import { X } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import type { Article } from '#core/article/article.ts'
import type { BlockChange } from '#core/changes/reading.ts'
import { isPressed } from '#renderer/editor/keys/keys.ts'
import { isMac } from '#renderer/editor/platform.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AlertText, COMPARISON_FAILURES, ErrorText, errorWords } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { ComparedBlocks, type Layout } from './compared-blocks.tsx'
import { ComparedFields } from './compared-fields.tsx'
import type { Comparing } from './comparing.ts'
import { isChanged } from './folding.ts'
import { pointTime } from './point-words.ts'
import { useChange } from './use-change.ts'
import { useFork } from './use-fork.ts'
import { usePoints } from './use-points.ts'
import { useVersion } from './use-version.ts'
import { VersionSelect } from './version-select.tsx'
import './comparison.css'

type ComparisonProps = {
  id: string
  comparing: Comparing
  /** The current article; null where it cannot be read. */
  now: Article | null
  /** Whether to show all blocks at first, and not only those that changed. */
  isWhole?: boolean
  onCompare: (comparing: Comparing | null) => void
  /** Each reports whether it worked. Null while read-only; `block` is null where only the whole can be restored. */
  restore: {
    whole: (older: Article) => Promise<boolean>
    block: ((older: Article, blockId: string, isMoved: boolean) => Promise<boolean>) | null
  } | null
  /** Shows what a merge of a version that left the line of the article would do. Null where nothing can be merged. */
  merge: ((version: { base: Article; theirs: Article; name: string }) => void) | null
  /** Undoes the last step. */
  undo: (() => void) | null
}

/** Compares two versions of an article, as one text or side by side, and restores the older one. */
export function Comparison({ id, comparing, now, isWhole = false, onCompare, restore, merge, undo }: ComparisonProps) {
  const { t, tag } = useLocale()
  const [today] = useState(() => new Date().toDateString())
  const { history, error } = usePoints(id)
  const points = history?.points ?? []
  const [layout, setLayout] = useState<Layout>('one')
  const [isAllShown, setAllShown] = useState(isWhole)
  const [message, setMessage] = useState<{ tone: 'done' | 'failed'; words: string } | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => title.current?.focus(), [])

  const hashOf = (key: string | null): string | null => points.find((point) => point.key === key)?.hash ?? null
  const base = points.find(({ key }) => key === comparing.from)
  const older = useVersion(id, base?.hash ?? null)
  const chosen = useVersion(id, hashOf(comparing.to))
  const newer = comparing.to === null ? { article: now, error: null } : chosen
  const { change, failure } = useChange(older.article, newer.article)
  const fork = useFork(id, merge === null || comparing.to !== null ? null : (base?.hash ?? null))
  const count = change === null ? 0 : change.blocks.filter(isChanged).length

  /** @param focusAfter moves the focus afterwards, since the focused button may be gone by then. */
  const attempt = (work: (article: Article) => Promise<boolean>, done: string, focusAfter: () => void): void => {
    if (older.article === null) return
    setMessage(null)
    work(older.article).then(
      (isDone) => {
        setMessage(isDone ? { tone: 'done', words: done } : { tone: 'failed', words: t('history.unsaved') })
        if (isDone) focusAfter()
      },
      (refusal: unknown) => setMessage({ tone: 'failed', words: errorWords(refusal, t) }),
    )
  }
  const focusTitle = (): void => title.current?.focus({ preventScroll: true })
  /** @returns a function that focuses the restore button after the one that has the focus now. */
  const nextRestore = (): (() => void) => {
    const buttons = [...(body.current?.querySelectorAll<HTMLElement>('.compared-restore') ?? [])]
    const here = buttons.findIndex((button) => button === document.activeElement)
    const next = here === -1 ? undefined : (buttons[here + 1] ?? buttons[here - 1])
    return () => (next === undefined ? focusTitle() : next.focus({ preventScroll: true }))
  }
  const restoreBlock = restore?.block ?? null
  const onRestore =
    restoreBlock === null
      ? null
      : ({ id: blockId, isMoved }: BlockChange): void =>
          attempt(
            (article) => restoreBlock(article, blockId, comparing.to === null && isMoved),
            t('history.block-restored'),
            nextRestore(),
          )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and Undo work wherever the focus is in it
    <section
      className="comparison"
      aria-labelledby="comparison-title"
      data-testid="comparison"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCompare(null)
        else if (undo !== null && isPressed({ code: 'KeyZ' }, event, isMac)) {
          undo()
          setMessage({ tone: 'done', words: t('history.undone') })
        } else return
        event.preventDefault()
      }}
    >
      <header className="comparison-head">
        <h2 ref={title} id="comparison-title" className="visually-hidden" tabIndex={-1}>
          {t('history.compare-title')}
        </h2>
        <div className="comparison-line">
          <div className="comparison-choice">
            <VersionSelect
              label={t('history.from')}
              points={points}
              value={comparing.from}
              hasNow={false}
              onChange={(from) => onCompare({ ...comparing, from: from ?? comparing.from })}
            />
            <VersionSelect
              label={t('history.to')}
              points={points}
              value={comparing.to}
              hasNow={now !== null}
              onChange={(to) => onCompare({ ...comparing, to })}
            />
          </div>
          <IconButton label={t('history.close')} icon={<X aria-hidden size={18} />} onPress={() => onCompare(null)} />
        </div>
        <div className="comparison-line">
          <Segmented
            label={t('history.layout')}
            value={layout}
            onChange={setLayout}
            options={[
              { value: 'one', label: t('history.layout-one') },
              { value: 'two', label: t('history.layout-two') },
            ]}
          />
          <ToggleButton className="button button-quiet compare-all" isSelected={isAllShown} onChange={setAllShown}>
            {t('history.show-all')}
          </ToggleButton>
          {merge === null || base === undefined || fork === null || older.article === null ? null : (
            <Button
              onPress={() => {
                if (older.article === null) return
                merge({ base: fork, theirs: older.article, name: base.by || pointTime(base, tag, today) })
              }}
            >
              {t('merging.version')}
            </Button>
          )}
          {restore === null || base === undefined ? null : (
            <Button
              variant="primary"
              isDisabled={older.article === null}
              onPress={() => attempt(restore.whole, t('history.restored'), () => {})}
              testId="restore-whole"
            >
              {t('history.restore-all', { when: pointTime(base, tag, today) })}
            </Button>
          )}
        </div>
      </header>
      {/* Where nothing in it can be restored, the arrow keys scroll it all the same. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <div ref={body} className="comparison-body" tabIndex={0} role="group" aria-labelledby="comparison-title">
        <p className="comparison-message" role="status" data-tone={message?.tone}>
          {message === null ? '' : message.words}
          {message?.tone === 'done' && undo !== null ? (
            <Button
              onPress={() => {
                undo()
                setMessage(null)
                // This button disappears once it has undone the step.
                focusTitle()
              }}
            >
              {t('history.take-back')}
            </Button>
          ) : null}
        </p>
        <ErrorText error={error ?? older.error ?? newer.error} />
        {failure === null ? null : <AlertText text={t(COMPARISON_FAILURES[failure])} isAnswer={false} />}
        {change === null && failure === null && older.error === null && newer.error === null ? (
          <Progress label={t('common.loading')} />
        ) : null}
        {change === null ? null : (
          <>
            <p className="comparison-summary">
              {count === 0 && change.fields.length === 0
                ? t('history.same')
                : `${t('history.changed-blocks', { count })} ${t('history.legend')}`}
            </p>
            <ComparedFields fields={change.fields} />
            {layout === 'two' ? (
              <div aria-hidden className="comparison-sides">
                <span>{t('history.from')}</span>
                <span>{t('history.to')}</span>
              </div>
            ) : null}
            <ComparedBlocks
              // Another pair of versions starts folded.
              key={`${comparing.from} ${comparing.to ?? ''}`}
              blocks={change.blocks}
              layout={layout}
              isAllShown={isAllShown}
              onRestore={onRestore}
            />
          </>
        )}
      </div>
    </section>
  )
}
