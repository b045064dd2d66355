import { useRef, useState, type ReactNode } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { Button as AriaButton } from 'react-aria-components'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { questionWords } from './filters/filter-words.ts'
import { isUnfiltered, NO_FILTERS, wantedKey, type Question } from './question.ts'
import { SavedSearchesMenu } from './saved/saved-searches.tsx'
import { SearchBox } from './search-box.tsx'
import { SortMenu } from './sort-menu.tsx'
import { StateFilter } from './filters/state-filter.tsx'
import { savedKey, savedWanted, useSavedSearches } from './saved/use-saved-searches.ts'
import './filters/filters.css'

type LibraryHeadProps = {
  question: Question
  counts: CallOutput<'articles.list'>['counts']
  /** The queues, as links. */
  queues: ReactNode
  onAsk: (question: Question) => void
  /** Moves the focus into the list. */
  onDown: () => void
}

/** The search box, the queues, the filters and the saved searches. */
export function LibraryHead({ question, counts, queues, onAsk, onDown }: LibraryHeadProps) {
  const { t, tag } = useLocale()
  const saved = useSavedSearches()
  const [isSaving, setSaving] = useState(false)
  const filters = useRef<HTMLDivElement>(null)
  const ask = (change: Partial<Question>): void => onAsk({ ...question, ...change })
  const { order, queue, me: _me, ...wanted } = question
  const asked = wantedKey(question)
  const isFiltered = !isUnfiltered({ ...question, search: '' })
  const isSaved = saved.list.some((search) => savedKey(search) === asked)
  return (
    <>
      <div className="library-top">
        <h1 className="screen-title">{t('library.title')}</h1>
        <SearchBox value={question.search} onChange={(search) => ask({ search })} onDown={onDown} />
        <SortMenu order={order} onSort={(sorted) => ask({ order: sorted })} />
        <SavedSearchesMenu saved={saved} asked={asked} onChoose={(search) => ask(savedWanted(search))} />
      </div>
      {queues}
      {/* A queue of one state needs no choice of states. */}
      {queue === 'all' || question.group !== 'all' || Object.keys(counts).length > 1 ? (
        <StateFilter group={question.group} counts={counts} onChange={(group) => ask({ group })} />
      ) : null}
      <div ref={filters} className="library-filters">
        <FilterBar filters={question} onChange={ask} />
        <div className="filter-links">
          {isFiltered ? (
            <AriaButton
              className="link-button"
              onPress={() => {
                ask({ ...NO_FILTERS, group: 'all' })
                // This button disappears with the filters.
                filters.current?.querySelector('button')?.focus()
              }}
            >
              {t('library.filters-clear')}
            </AriaButton>
          ) : null}
          {isUnfiltered(question) || isSaved ? null : (
            <AriaButton className="link-button" onPress={() => setSaving(true)}>
              {t('library.saved-save')}
            </AriaButton>
          )}
        </div>
      </div>
      {isSaving ? (
        <FieldDialog
          title={t('library.saved-save-title')}
          label={t('library.saved-name')}
          description={t('library.saved-save-text')}
          initial={questionWords(question, t, tag)}
          maxLength={100}
          apply={t('common.save')}
          cancel={t('common.cancel')}
          onApply={(name) => saved.add(wanted, name)}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </>
  )
}
