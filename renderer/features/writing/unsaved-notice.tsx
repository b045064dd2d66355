import { articleName } from '#core/article/opening.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { SaveElsewhere } from './save-copy.tsx'
import type { Session } from './session.ts'
import { leftUnsaved } from './sessions.ts'
import { useValue } from './value-feed.ts'

/** Lists articles that were left and could not be saved: their text exists only in this window. */
export function UnsavedNotice({ onOpen }: { onOpen: (id: string) => void }) {
  return useValue(leftUnsaved).map((session) => (
    <Unsaved key={session.opened.article.id} session={session} onOpen={onOpen} />
  ))
}

function Unsaved({ session, onOpen }: { session: Session; onOpen: (id: string) => void }) {
  const t = useT()
  const status = useValue(session.status)
  const headline = articleName(session.current()) || t('common.untitled')
  const reason = status.state === 'failed' ? errorWords(status.error, t) : ''
  return (
    <Banner
      tone="danger"
      action={
        <>
          <Button onPress={() => onOpen(session.opened.article.id)}>{t('writing.backToIt')}</Button>
          <SaveElsewhere session={session} />
        </>
      }
    >
      {t('writing.leftUnsaved', { headline, reason })}
    </Banner>
  )
}
