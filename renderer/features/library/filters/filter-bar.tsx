import { ToggleButton } from 'react-aria-components'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { ChoiceList } from './choice-list.tsx'
import { DateFilter } from './date-filter.tsx'
import { FacetFilter } from './facet-filter.tsx'
import { FilterChip } from './filter-chip.tsx'
import { dateWords, dueWords, embargoWords, imageWords, urgencyWords } from './filter-words.ts'
import type { Filters } from '../question.ts'

const IMAGE_CHOICES: ReadonlyMap<string, boolean | null> = new Map([
  ['any', null],
  ['with', true],
  ['without', false],
])

const URGENCIES = [1, 2, 3, 4, 5, 6, 7, 8]
const DUE = ['', 'overdue', 'today', 'week'] as const
const EMBARGOES = ['', 'running', 'over', 'none'] as const

type FilterBarProps = { filters: Filters; onChange: (change: Partial<Filters>) => void }

/** The filters besides search and state, each a chip that shows its value. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t, tag } = useLocale()
  const { templates } = useSettings().settings
  const { author, section, period, from, to, hasImage, kind, urgency, embargo, needsMe, assignee, due } = filters
  // A template names the kind of the articles that begin with it.
  const kindName = (each: string): string => templates.find((template) => template.kind === each)?.name ?? each
  const images = [
    { value: 'any', label: t('library.image-any') },
    { value: 'with', label: t('library.image-with') },
    { value: 'without', label: t('library.image-without') },
  ]
  return (
    <div className="filter-bar" role="group" aria-label={t('library.filters')}>
      <ToggleButton
        className="filter-chip filter-toggle"
        data-active={needsMe}
        isSelected={needsMe}
        onChange={(isOn) => onChange({ needsMe: isOn })}
      >
        {t('library.needs-me')}
      </ToggleButton>
      <FilterChip
        label={t('library.filter-author')}
        value={author === '' ? null : author}
        onRemove={() => onChange({ author: '' })}
      >
        {(close) => (
          <FacetFilter
            facet="authors"
            label="library.filter-author"
            any="library.author-any"
            value={author}
            onChoose={(chosen) => {
              onChange({ author: chosen })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('desk.assignee')}
        value={assignee === '' ? null : assignee}
        onRemove={() => onChange({ assignee: '' })}
      >
        {(close) => (
          <FacetFilter
            facet="assignees"
            label="desk.assignee"
            any="desk.assignee-any"
            value={assignee}
            onChoose={(chosen) => {
              onChange({ assignee: chosen })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip label={t('desk.deadline')} value={dueWords(due, t)} onRemove={() => onChange({ due: '' })}>
        {(close) => (
          <ChoiceList
            label={t('desk.deadline')}
            options={DUE.map((each) => ({ value: each, label: dueWords(each, t) ?? t('desk.due-any') }))}
            value={due}
            onChoose={(chosen) => {
              onChange({ due: DUE.find((each) => each === chosen) ?? '' })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('library.filter-section')}
        value={section === '' ? null : section}
        onRemove={() => onChange({ section: '' })}
      >
        {(close) => (
          <FacetFilter
            facet="sections"
            label="library.filter-section"
            any="library.section-any"
            value={section}
            onChoose={(chosen) => {
              onChange({ section: chosen })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('library.filter-date')}
        value={dateWords({ period, from, to }, t, tag)}
        onRemove={() => onChange({ period: '', from: '', to: '' })}
      >
        {() => <DateFilter dates={{ period, from, to }} onChange={onChange} />}
      </FilterChip>
      <FilterChip
        label={t('library.filter-image')}
        value={imageWords(hasImage, t)}
        onRemove={() => onChange({ hasImage: null })}
      >
        {(close) => (
          <ChoiceList
            label={t('library.filter-image')}
            options={images}
            value={images.find(({ value }) => IMAGE_CHOICES.get(value) === hasImage)?.value ?? 'any'}
            onChoose={(chosen) => {
              onChange({ hasImage: IMAGE_CHOICES.get(chosen) ?? null })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('library.filter-kind')}
        value={kind === '' ? null : kindName(kind)}
        onRemove={() => onChange({ kind: '' })}
      >
        {(close) => (
          <FacetFilter
            facet="kinds"
            nameOf={kindName}
            label="library.filter-kind"
            any="library.kind-any"
            value={kind}
            onChoose={(chosen) => {
              onChange({ kind: chosen })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('library.filter-urgency')}
        value={urgencyWords(urgency, t)}
        onRemove={() => onChange({ urgency: null })}
      >
        {(close) => (
          <ChoiceList
            label={t('library.filter-urgency')}
            options={[
              { value: '', label: t('library.urgency-any') },
              ...URGENCIES.map((each) => ({ value: String(each), label: urgencyWords(each, t) ?? '' })),
            ]}
            value={urgency === null ? '' : String(urgency)}
            onChoose={(chosen) => {
              onChange({ urgency: chosen === '' ? null : Number(chosen) })
              close()
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('library.filter-embargo')}
        value={embargoWords(embargo, t)}
        onRemove={() => onChange({ embargo: '' })}
      >
        {(close) => (
          <ChoiceList
            label={t('library.filter-embargo')}
            options={EMBARGOES.map((each) => ({
              value: each,
              label: embargoWords(each, t) ?? t('library.embargo-any'),
            }))}
            value={embargo}
            onChoose={(chosen) => {
              onChange({ embargo: EMBARGOES.find((each) => each === chosen) ?? '' })
              close()
            }}
          />
        )}
      </FilterChip>
    </div>
  )
}
