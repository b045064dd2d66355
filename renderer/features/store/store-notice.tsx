import { useEffect, useEffectEvent, useState } from 'react'
import type { MessageKey } from '#core/locale/translate.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { recentRecovery } from './recent-recovery.ts'
import { useStore, type StoreStatus } from './use-store.ts'

/** The `sessionStorage` key of the last notice that this window has shown, so that none is shown twice. */
const SHOWN_NOTICE = 'midad.store-notice'
const CUT_OFF = 'cut-off'

type NoticeKind = 'file-damaged' | 'recovered' | 'lost' | 'was-cut' | 'cut-off'

const WORDS: Readonly<Record<NoticeKind, MessageKey>> = {
  'file-damaged': 'store.file-damaged',
  recovered: 'store.was-recovered',
  lost: 'store.was-recovered',
  'was-cut': 'store.was-cut',
  'cut-off': 'store.cut-off',
}

/** @returns the notice for a status, with a name that changes only when there is something new; null for none. */
function noticeFor({ wasCutOff, recovery, isFileDamaged }: StoreStatus): { name: string; kind: NoticeKind } | null {
  if (isFileDamaged) return { name: 'file-damaged', kind: 'file-damaged' }
  const recent = recentRecovery(recovery)
  if (recent !== null) {
    const { at, from, older, lost, missingPictures } = recent
    const isWhole = older.length + lost.length + missingPictures.length === 0
    if (!isWhole) return { name: at, kind: 'lost' }
    return { name: at, kind: from === 'log' ? 'was-cut' : 'recovered' }
  }
  return wasCutOff ? { name: CUT_OFF, kind: 'cut-off' } : null
}

/**
 * Reports after a crash or a recovery what happened to the work, with a link to the store screen. If anything was lost,
 * it opens that screen by itself, once.
 */
export function StoreNotice({ isShown, onOpen }: { isShown: boolean; onOpen: () => void }) {
  const t = useT()
  const { status } = useStore()
  const [, setClosed] = useState(false)
  const found = status === null ? null : noticeFor(status)
  const openOnce = useEffectEvent((name: string) => {
    if (sessionStorage.getItem(SHOWN_NOTICE) === name) return
    sessionStorage.setItem(SHOWN_NOTICE, name)
    onOpen()
  })
  const lost = found?.kind === 'lost' ? found.name : null
  useEffect(() => {
    if (lost !== null) openOnce(lost)
  }, [lost])
  useChanges((change) => {
    // The service was restarted: a crash is to be reported again.
    if (change === null && sessionStorage.getItem(SHOWN_NOTICE) === CUT_OFF) sessionStorage.removeItem(SHOWN_NOTICE)
  })
  if (!isShown || found === null || found.name === sessionStorage.getItem(SHOWN_NOTICE)) return null
  return (
    <Banner
      tone={found.kind === 'file-damaged' ? 'attention' : 'info'}
      action={
        <>
          <Button
            onPress={() => {
              sessionStorage.setItem(SHOWN_NOTICE, found.name)
              onOpen()
            }}
          >
            {t('store.open')}
          </Button>
          <Button
            onPress={() => {
              sessionStorage.setItem(SHOWN_NOTICE, found.name)
              setClosed(true)
            }}
          >
            {t('common.close')}
          </Button>
        </>
      }
    >
      {t(WORDS[found.kind])}
    </Banner>
  )
}
