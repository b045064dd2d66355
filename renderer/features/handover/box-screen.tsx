import { useCallback, useEffect, useState } from 'react'
import { FileLock, Handshake } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { BoxedFile } from '#core/contract/handover.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { call } from '#renderer/bridge/client.ts'
import { folders } from '#renderer/bridge/folders.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FolderButton } from '#renderer/ui/folder-button.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { TakeHandover } from './take-handover.tsx'
import './box.css'

type BoxScreenProps = { onOpen: (id: string) => void }
type Box = CallOutput<'handover.box'>

/** The folder is looked at again this often while the screen is shown. */
const AGAIN_MS = 20_000

/** A folder that several machines share, as a post box: what waits here, and what waits for others. */
export function BoxScreen({ onOpen }: BoxScreenProps) {
  const t = useT()
  const { settings, change } = useSettings()
  const folder = settings.postFolder
  const { box, error, look } = useBox(folder)
  const [refusal, setRefusal] = useState<unknown>(null)
  const choose = (postFolder: string): void => {
    setRefusal(null)
    change({ postFolder }).catch(setRefusal)
  }
  const button = (
    <FolderButton
      label={t(folder === '' ? 'handover.box-choose' : 'handover.box-other')}
      title={t('handover.box')}
      choose={t('handover.box-here')}
      folder={folder}
      folders={folders}
      onChoose={choose}
    />
  )
  if (folder === '') {
    return (
      <Frame title={t('handover.box')}>
        <EmptyState icon={<Handshake aria-hidden size={32} />} title={t('handover.box-none')} actions={button}>
          <p>{t('handover.box-hint')}</p>
        </EmptyState>
        <ErrorText error={refusal} />
      </Frame>
    )
  }
  const files = box?.files ?? []
  return (
    <Frame title={t('handover.box')} actions={button}>
      <p className="box-path" title={folder}>
        <bdi dir="ltr">
          <PathText path={folder} />
        </bdi>
      </p>
      {box === null && error === null ? <Progress label={t('common.loading')} /> : null}
      {error === null ? null : (
        <div className="box-failed">
          <ErrorText error={error} />
          <Button onPress={look}>{t('common.retry')}</Button>
        </div>
      )}
      <ErrorText error={refusal} />
      {box !== null && files.length === 0 ? (
        <EmptyState icon={<Handshake aria-hidden size={32} />} title={t('handover.box-empty')}>
          <p>{t('handover.box-empty-text')}</p>
        </EmptyState>
      ) : null}
      <Incoming files={files} onOpen={onOpen} onTaken={look} />
      <Outgoing files={files} onOpen={onOpen} />
      {(box?.more ?? 0) > 0 ? <p className="box-soft">{t('handover.box-more', { count: box?.more ?? 0 })}</p> : null}
    </Frame>
  )
}

function useBox(folder: string): { box: Box | null; error: unknown; look: () => void } {
  const [found, setFound] = useState<{ folder: string; box: Box | null; error: unknown } | null>(null)
  const [pulse, setPulse] = useState(0)
  useEffect(() => {
    if (folder === '') return
    let isWanted = true
    const look = (): void =>
      void call('handover.box', { folder }).then(
        (box) => isWanted && setFound({ folder, box, error: null }),
        (error: unknown) => isWanted && setFound({ folder, box: null, error }),
      )
    look()
    const again = setInterval(look, AGAIN_MS)
    return () => {
      isWanted = false
      clearInterval(again)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- something was taken from it
  }, [folder, pulse])
  const look = useCallback(() => setPulse((before) => before + 1), [])
  const { box = null, error = null } = found?.folder === folder ? found : {}
  return { box, error, look }
}

function Incoming({
  files,
  onOpen,
  onTaken,
}: {
  files: readonly BoxedFile[]
  onOpen: (id: string) => void
  onTaken: () => void
}) {
  const t = useT()
  const shown = files.filter(({ what }) => what.kind !== 'out').toSorted((one, other) => orderOf(one) - orderOf(other))
  if (shown.length === 0) return null
  return (
    <section aria-label={t('handover.box-in')}>
      <h2>{t('handover.box-in')}</h2>
      <ul className="box-list" data-testid="box-in">
        {shown.map(({ path, name, what }) => (
          <li key={path}>
            {what.kind === 'in' ? (
              <TakeHandover isListed file={{ path }} found={what.preview} onOpen={onOpen} onTaken={onTaken} />
            ) : what.kind === 'refused' ? (
              <p className="box-refused">
                <FileLock aria-hidden size={16} />
                <span>
                  <bdi>{name}</bdi>: {refusalWords(what.code, what.params, t)}
                </span>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** @returns where a file stands in the list: what brings something comes first, what cannot be read last. */
function orderOf({ what }: BoxedFile): number {
  if (what.kind !== 'in') return 2
  return what.preview.effect === 'nothing' ? 1 : 0
}

function Outgoing({ files, onOpen }: { files: readonly BoxedFile[]; onOpen: (id: string) => void }) {
  const t = useT()
  const shown = files.flatMap(({ path, what }) => (what.kind === 'out' ? [{ path, ...what }] : []))
  if (shown.length === 0) return null
  return (
    <section aria-label={t('handover.box-out')}>
      <h2>{t('handover.box-out')}</h2>
      <ul className="box-list" data-testid="box-out">
        {shown.map(({ path, id, headline, to, at, answeredAt }) => (
          <li key={path} className="box-given" data-answered={answeredAt !== null}>
            <p className="box-headline" {...(headline === '' ? {} : { dir: 'rtl' })}>
              {headline || t('common.untitled')}
            </p>
            <p className="box-soft">
              {to === '' ? t('handover.waits-anybody') : t('handover.waits-for', { name: `\u2068${to}\u2069` })}{' '}
              <RelativeTime at={at} />
            </p>
            {answeredAt === null ? null : (
              <p className="box-soft">
                {t('handover.answered')} <RelativeTime at={answeredAt} />
              </p>
            )}
            <div>
              <Button onPress={() => onOpen(id)}>{t('importing.open-known')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
