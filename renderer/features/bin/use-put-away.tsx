import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { ContractError } from '#core/contract/errors.ts'
import { putIntoBin } from '#renderer/bridge/open-article.ts'
import { call } from '#renderer/bridge/client.ts'
import { isPressed } from '#renderer/editor/keys/keys.ts'
import { isMac } from '#renderer/editor/platform.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import './bin.css'

/** An article that can be deleted, as its row names it. */
export type Discarded = { id: string; headline: string }

/** `at` is the screen that shows the notice. */
type Notice = { tone: 'info' | 'danger'; at: string; words: string; undo: Discarded | null }

export type PutAway = {
  /** Moves an article into the bin. @returns whether that worked; if not, the notice says why. */
  put: (article: Discarded) => Promise<boolean>
  /** The result of the last deletion, with its Undo button; null for none. */
  notice: ReactNode
}

/**
 * Moves articles into the bin. It asks nothing, because it can be undone.
 * @param place the current screen; a notice disappears when its screen does
 * @param home the screen to show once an article is in the bin
 */
export function usePutAway(place: string, home: string): PutAway {
  const t = useT()
  const [notice, setNotice] = useState<Notice | null>(null)
  const [shown, setShown] = useState(place)
  if (shown !== place) {
    setShown(place)
    if (notice?.at !== place) setNotice(null)
  }
  const name = ({ headline }: Discarded): string => headline || t('common.untitled')
  const showError = (error: unknown): void =>
    setNotice({ tone: 'danger', at: place, words: errorWords(error, t), undo: null })
  const put = async (article: Discarded): Promise<boolean> => {
    try {
      await putIntoBin(article.id)
      setNotice({ tone: 'info', at: home, words: t('bin.put-done', { headline: name(article) }), undo: article })
      return true
    } catch (error) {
      // Its row stays until the list is read anew: a second Delete finds done what it asks for.
      if (error instanceof ContractError && error.code === 'in-the-bin') return true
      showError(error)
      return false
    }
  }
  const takeBack = (article: Discarded): void => {
    call('bin.takeOut', { id: article.id }).then(
      () => setNotice({ tone: 'info', at: home, words: t('bin.put-undone', { headline: name(article) }), undo: null }),
      showError,
    )
  }
  const last = notice?.at === place ? notice.undo : null
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isTyped = event.target instanceof HTMLElement && event.target.matches('input, textarea')
    if (last === null || isTyped || !isPressed({ code: 'KeyZ' }, event, isMac)) return
    event.preventDefault()
    takeBack(last)
  })
  useEffect(() => {
    // The focused row may be gone with its article, so the key is handled wherever the focus is.
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return {
    put,
    notice:
      notice?.at !== place ? null : (
        <div className="put-away" data-testid="put-away">
          <Banner
            tone={notice.tone}
            action={
              <>
                {last === null ? null : <Button onPress={() => takeBack(last)}>{t('bin.undo')}</Button>}
                <Button onPress={() => setNotice(null)}>{t('common.close')}</Button>
              </>
            }
          >
            {notice.words}
          </Banner>
        </div>
      ),
  }
}
