import { useMemo, useState } from 'react'
import type { DoubledWords } from '#core/changes/doubled-words.ts'
import type { Merged } from '#core/changes/merge.ts'
import type { Sides } from '#core/changes/sides.ts'
import { AlertText, COMPARISON_FAILURES } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { useInWorker } from '#renderer/worker/use-in-worker.ts'
import { ComparedBlocks } from '../compared-blocks.tsx'
import { ComparedFields } from '../compared-fields.tsx'
import { choicesOf, countAuthors, type Settlements } from './settling.ts'

/** Which version the result is compared with. */
type From = keyof Sides

type MergedTextProps = { sides: Sides; merged: Merged; settlements: Settlements }

/** What the merge makes of the article: all of it, what is theirs, or what is ours. */
export function MergedText({ sides, merged, settlements }: MergedTextProps) {
  const t = useT()
  const [from, setFrom] = useState<From>('base')
  const input = useMemo(
    () => ({ sides, merged, choices: choicesOf(settlements, merged.clashes.length), from }),
    [sides, merged, settlements, from],
  )
  const over = useInWorker('a settled merge', input)
  const read = over?.output ?? null
  const counts = read === null ? null : countAuthors(read.authors)
  const isSame = read !== null && read.change.blocks.every(({ change, isMoved }) => change === 'same' && !isMoved)
  return (
    <section className="merged-text" aria-labelledby="merged-text">
      <h3 id="merged-text" className="compared-title">
        {t('merging.result')}
      </h3>
      {counts === null ? null : <p className="merging-lead">{t('merging.counts', counts)}</p>}
      {read === null ? null : <Doubled doubled={read.doubled} />}
      <Segmented
        label={t('merging.view')}
        value={from}
        onChange={setFrom}
        options={[
          { value: 'base', label: t('merging.view-all') },
          { value: 'ours', label: t('merging.view-theirs') },
          { value: 'theirs', label: t('merging.view-ours') },
        ]}
      />
      {over === null ? <Progress label={t('common.loading')} /> : null}
      {over === null || over.failure === null ? null : (
        <AlertText text={t(COMPARISON_FAILURES[over.failure])} isAnswer={false} />
      )}
      {read === null ? null : (
        <>
          <ComparedFields fields={read.change.fields} />
          {isSame && read.change.fields.length === 0 ? (
            <p className="merging-lead">{t('merging.nothing')}</p>
          ) : (
            <ComparedBlocks
              key={from}
              blocks={read.change.blocks}
              layout="one"
              isAllShown={false}
              onRestore={null}
              aboutOf={({ id }) => {
                const author = from === 'base' ? read.authors.get(id) : undefined
                return author === undefined ? null : t(`merging.by-${author}`)
              }}
            />
          )}
        </>
      )}
    </section>
  )
}

/** Words that stand in the article twice, because each side took them to another place. */
function Doubled({ doubled }: { doubled: readonly DoubledWords[] }) {
  const t = useT()
  if (doubled.length === 0) return null
  return (
    <div className="merging-doubled" role="status" data-testid="doubled">
      <p>{t('merging.doubled', { count: doubled.length })}</p>
      <ul>
        {doubled.map(({ words, blocks }) => (
          <li key={`${words} ${blocks.join(' ')}`}>
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
