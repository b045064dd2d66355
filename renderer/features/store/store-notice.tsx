import { useEffect, useEffectEvent, useState } from 'react'
import type { MessageKey } from '#core/locale/translate.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { recoveryNews } from './news.ts'
import { useStore, type StoreStatus } from './use-store.ts'

/** What this window has told already, so that it says nothing twice. */
const TOLD = 'midad.store-told'
const CUT_OFF = 'cut-off'

type Key = 'file-damaged' | 'recovered' | 'lost' | 'was-cut' | 'cut-off'

const WORDS: Readonly<Record<Key, MessageKey>> = {
  'file-damaged': 'store.file-damaged',
  recovered: 'store.was-recovered',
  lost: 'store.was-recovered',
  'was-cut': 'store.was-cut',
  'cut-off': 'store.cut-off',
}

/** @returns what there is to tell, and a name for it that is the same as long as there is nothing new. */
function news({ wasCutOff, recovery, isFileDamaged }: StoreStatus): { name: string; key: Key } | null {
  if (isFileDamaged) return { name: 'file-damaged', key: 'file-damaged' }
  const recent = recoveryNews(recovery)
  if (recent !== null) {
    const { at, from, older, lost, missingPictures } = recent
    const isWhole = older.length + lost.length + missingPictures.length === 0
    if (!isWhole) return { name: at, key: 'lost' }
    return { name: at, key: from === 'log' ? 'was-cut' : 'recovered' }
  }
  return wasCutOff ? { name: CUT_OFF, key: 'cut-off' } : null
}

/**
 * Tells after a crash or a recovery what became of the work, with the way to the screen that says more. When something
 * was lost it goes there by itself, once.
 */
export function StoreNotice({ isShown, onOpen }: { isShown: boolean; onOpen: () => void }) {
  const t = useT()
  const { status } = useStore()
  const [, setClosed] = useState(false)
  const found = status === null ? null : news(status)
  const goThere = useEffectEvent((name: string) => {
    if (sessionStorage.getItem(TOLD) === name) return
    sessionStorage.setItem(TOLD, name)
    onOpen()
  })
  const lost = found?.key === 'lost' ? found.name : null
  useEffect(() => {
    if (lost !== null) goThere(lost)
  }, [lost])
  useChanges((change) => {
    // The service came back: if it was cut off, this is news again.
    if (change === null && sessionStorage.getItem(TOLD) === CUT_OFF) sessionStorage.removeItem(TOLD)
  })
  if (!isShown || found === null || found.name === sessionStorage.getItem(TOLD)) return null
  return (
    <Banner
      tone={found.key === 'file-damaged' ? 'attention' : 'info'}
      action={
        <>
          <Button
            onPress={() => {
              sessionStorage.setItem(TOLD, found.name)
              onOpen()
            }}
          >
            {t('store.open')}
          </Button>
          <Button
            onPress={() => {
              sessionStorage.setItem(TOLD, found.name)
              setClosed(true)
            }}
          >
            {t('common.close')}
          </Button>
        </>
      }
    >
      {t(WORDS[found.key])}
    </Banner>
  )
}
