import { Check, X } from 'lucide-react'
import type { ChangeDesk } from '#renderer/editor/proposals/item.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import './changes.css'

/** How many changes each person proposes, with the ways to decide on all of them. */
export function ChangesBar({ changes }: { changes: ChangeDesk }) {
  const t = useT()
  const { items, ways } = changes
  const { decide, takeBack } = ways
  const authors = [...Map.groupBy(items, ({ proposal }) => proposal.by)]
  return (
    <>
      {changes.damaged === 0 ? null : (
        <p role="alert" className="comments-note">
          {t('proposals.damaged', { count: changes.damaged })}
        </p>
      )}
      <ErrorText error={changes.error} />
      {authors.length === 0 ? null : (
        <ul className="change-authors" aria-label={t('proposals.title')}>
          {authors.map(([name, own]) => (
            <li key={name} className="change-author-row" data-author={own[0]?.author}>
              <span className="change-author-name">
                <bdi>{name}</bdi>: {t('proposals.of-author', { count: own.length })}
              </span>
              {decide === null ? null : (
                <>
                  <IconButton
                    label={t('proposals.accept-author', { name })}
                    icon={<Check aria-hidden size={16} />}
                    onPress={() =>
                      decide(
                        own.map(({ key }) => key),
                        'accepted',
                      )
                    }
                  />
                  <IconButton
                    label={t('proposals.reject-author', { name })}
                    icon={<X aria-hidden size={16} />}
                    onPress={() =>
                      decide(
                        own.map(({ key }) => key),
                        'rejected',
                      )
                    }
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {decide === null && takeBack === null && items.length > 0 ? (
        <p className="comments-note">{t('proposals.read-only')}</p>
      ) : null}
    </>
  )
}
