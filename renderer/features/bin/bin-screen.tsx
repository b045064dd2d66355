import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import type { Selection } from 'react-aria-components'
import { knownBy } from '#core/article/opening.ts'
import { BIN_DAYS, type BinRow } from '#core/contract/bin.ts'
import { call } from '#renderer/bridge/client.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useMay } from '#renderer/bridge/who.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { BinList } from './bin-list.tsx'
import { RemovalDialog } from './removal-dialog.tsx'
import { useBin } from './use-bin.ts'
import './bin.css'

/** Rows per page. */
const PAGE = 100

/** The bin: deleted articles, to be restored or removed for good. */
export function BinScreen({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useT()
  const { rows, error, reload } = useBin()
  const [refusal, setRefusal] = useState<unknown>(null)
  const [shown, setShown] = useState(PAGE)
  const [chosen, setChosen] = useState<Selection>(new Set())
  const [asked, setAsked] = useState<{ title: string; rows: readonly BinRow[] } | null>(null)
  const [isPending, setPending] = useState(false)
  const [done, setDone] = useState<{ words: string; row: BinRow | null } | null>(null)
  const [now] = useState(() => Date.now())
  const sound = rows?.filter(({ isDamaged }) => !isDamaged) ?? []
  const marked = sound.filter(({ id }) => chosen === 'all' || chosen.has(id))

  const takeOut = (row: BinRow): void => {
    setRefusal(null)
    call('bin.takeOut', { id: row.id }).then(
      () => setDone({ words: t('bin.taken-out', { headline: knownBy(row) || t('common.untitled') }), row }),
      setRefusal,
    )
  }
  const remove = async (going: readonly BinRow[]): Promise<void> => {
    setPending(true)
    setRefusal(null)
    try {
      const { removed } = await call('bin.empty', { ids: going.map(({ id }) => id) })
      setDone({ words: t('bin.removed', { count: removed }), row: null })
      setChosen(new Set())
      setAsked(null)
    } catch (caught) {
      setRefusal(caught)
    } finally {
      setPending(false)
    }
  }
  const takenOut = done?.row ?? null
  const mayEmpty = useMay('bin.empty').may
  return (
    <Frame
      title={t('bin.title')}
      actions={
        sound.length === 0 || !mayEmpty ? null : (
          <div className="bin-actions">
            {marked.length === 0 ? null : (
              <Button onPress={() => setAsked({ title: t('bin.chosen-question'), rows: marked })}>
                {t('bin.remove-chosen', { count: marked.length })}
              </Button>
            )}
            <Button variant="danger" onPress={() => setAsked({ title: t('bin.empty-question'), rows: sound })}>
              {t('bin.empty')}
            </Button>
          </div>
        )
      }
    >
      {rows === null || rows.length === 0 ? null : <p className="bin-intro">{t('bin.intro', { days: BIN_DAYS })}</p>}
      {done === null ? null : (
        <Banner
          tone="info"
          action={takenOut === null ? null : <Button onPress={() => onOpen(takenOut.id)}>{t('bin.open')}</Button>}
        >
          {done.words}
        </Banner>
      )}
      {asked === null ? <ErrorText error={refusal} /> : null}
      {error === null ? null : (
        <div className="bin-failed">
          <ErrorText error={error} />
          <Button onPress={reload}>{t('common.retry')}</Button>
        </div>
      )}
      {rows === null && error === null ? <Progress label={t('common.loading')} /> : null}
      {rows?.length === 0 ? (
        <EmptyState icon={<Trash2 aria-hidden size={32} />} title={t('bin.empty-title')}>
          <p>{t('bin.empty-text', { days: BIN_DAYS })}</p>
        </EmptyState>
      ) : null}
      {rows === null || rows.length === 0 ? null : (
        <BinList
          rows={rows.slice(0, shown)}
          now={now}
          chosen={new Set(marked.map(({ id }) => id))}
          onChoose={setChosen}
          onTakeOut={takeOut}
        />
      )}
      {rows !== null && rows.length > shown ? (
        <div className="bin-more">
          <Button onPress={() => setShown(shown + PAGE)}>{t('bin.more')}</Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <RemovalDialog
          title={asked.title}
          rows={asked.rows}
          error={refusal}
          isPending={isPending}
          onRemove={() => void remove(asked.rows)}
          onClose={() => setAsked(null)}
        />
      )}
    </Frame>
  )
}
