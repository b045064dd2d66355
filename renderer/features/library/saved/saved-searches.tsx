import { useState } from 'react'
import { Bookmark, Pencil, Trash2 } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, GridList, GridListItem, Popover } from 'react-aria-components'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { savedKey, type SavedSearch, type SavedSearches } from './use-saved-searches.ts'

type SavedSearchesProps = {
  saved: SavedSearches
  /** The key of the current question. */
  asked: string
  onChoose: (search: SavedSearch) => void
}

/** The menu of saved searches: runs, renames and deletes them. */
export function SavedSearchesMenu({ saved, asked, onChoose }: SavedSearchesProps) {
  const t = useT()
  const [renamed, setRenamed] = useState<SavedSearch | null>(null)
  const { list, deleted, error } = saved
  if (list.length === 0 && deleted === null) return null
  return (
    <>
      <DialogTrigger>
        <AriaButton className="button button-quiet" data-testid="saved-searches">
          <Bookmark aria-hidden size={16} />
          {t('library.saved')}
        </AriaButton>
        <Popover className="menu-popover" placement="bottom end">
          <Dialog className="saved-popover" aria-label={t('library.saved-list')}>
            {({ close }) => (
              <>
                <GridList
                  aria-label={t('library.saved-list')}
                  className="saved-list"
                  items={list}
                  // The person has just opened it.
                  // oxlint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus="first"
                  selectionMode="none"
                  renderEmptyState={() => <p className="filter-none">{t('library.saved-none')}</p>}
                  onAction={(key) => {
                    const search = list.find(({ id }) => id === key)
                    if (search !== undefined) onChoose(search)
                    close()
                  }}
                >
                  {(search) => (
                    <GridListItem id={search.id} textValue={search.name} className="saved-search">
                      <span className="saved-name" data-chosen={savedKey(search) === asked}>
                        <bdi>{search.name}</bdi>
                      </span>
                      <IconButton
                        label={t('library.saved-rename', { name: search.name })}
                        icon={<Pencil aria-hidden size={15} />}
                        onPress={() => {
                          close()
                          setRenamed(search)
                        }}
                      />
                      <IconButton
                        label={t('library.saved-delete', { name: search.name })}
                        icon={<Trash2 aria-hidden size={15} />}
                        onPress={() => saved.remove(search)}
                      />
                    </GridListItem>
                  )}
                </GridList>
                {deleted === null ? null : (
                  <p className="saved-deleted" role="status">
                    <span>{t('library.saved-deleted', { name: deleted.name })}</span>
                    <Button onPress={saved.undo}>{t('library.undo')}</Button>
                  </p>
                )}
                <ErrorText error={error} />
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {renamed === null ? null : (
        <FieldDialog
          title={t('library.saved-rename-title')}
          label={t('library.saved-name')}
          initial={renamed.name}
          maxLength={100}
          apply={t('common.save')}
          cancel={t('common.cancel')}
          onApply={(name) => saved.rename(renamed, name)}
          onClose={() => setRenamed(null)}
        />
      )}
    </>
  )
}
